namespace Daytwo.Kubernetes.Configuration;

/// <summary>How to reach the API, as configured, cannot work. The message names file, field and remedy; it holds no secret.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
