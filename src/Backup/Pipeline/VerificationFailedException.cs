namespace Daytwo.Backup.Pipeline;

/// <summary>A fresh backup did not pass its verification.</summary>
internal sealed class VerificationFailedException(string message) : IOException(message);
