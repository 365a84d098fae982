namespace Daytwo.Backup.Sources;

/// <summary>A snapshot could not be begun or broke off.</summary>
public sealed class SnapshotSourceException(BackupFailure failure, string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>One of the reasons that begin with <c>Source</c>, or <see cref="BackupFailure.SnapshotCorrupt"/>.</summary>
    public BackupFailure Failure { get; } = failure;
}
