namespace Daytwo.Backup.Verification;

/// <summary>The temporary file of a verification could not be made, written or read.</summary>
public sealed class SpoolException(string message, Exception inner) : IOException(message, inner);
