namespace Daytwo.Proof;

/// <summary>What was asked for cannot be done; the message names file, object or field, and what to do.</summary>
public sealed class ProofException(string message, Exception? inner = null) : Exception(message, inner);
