namespace Daytwo.Kubernetes.Transport;

/// <summary>An answer came that is no answer of the Kubernetes API, or not of the expected shape. Another try will hardly help.</summary>
public sealed class ApiProtocolException(string message, Exception? inner = null) : IOException(message, inner);
