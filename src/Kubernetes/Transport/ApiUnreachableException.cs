namespace Daytwo.Kubernetes.Transport;

/// <summary>No answer came from any address of the API. Always worth another try; a write may or may not have happened.</summary>
public sealed class ApiUnreachableException(string message, Exception? inner = null) : IOException(message, inner);
