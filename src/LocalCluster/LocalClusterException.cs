namespace Daytwo.LocalCluster;

/// <summary>A local program did not start or did not become ready; the message says which, and shows the end of its log.</summary>
public sealed class LocalClusterException(string message, Exception? inner = null) : Exception(message, inner);
