using Daytwo.Backup.Reading;
using Daytwo.Backup.Sources;
using Daytwo.Backup.Verification;
using Daytwo.Storage;

namespace Daytwo.Backup.Pipeline;

/// <summary>Turns what was thrown on the way into the outcome that callers see.</summary>
internal static class BackupFailures
{
    /// <returns>Null for what is a bug and must not be hidden.</returns>
    public static BackupOutcome.Failed? Describe(Exception exception) => exception switch
    {
        SnapshotSourceException e => new BackupOutcome.Failed(e.Failure, e.Message),
        StoreException e => new BackupOutcome.Failed(BackupFailure.Store, e.Message, e.Failure),
        VerificationFailedException e => new BackupOutcome.Failed(BackupFailure.VerificationFailed, e.Message),
        SpoolException e => new BackupOutcome.Failed(BackupFailure.Spool, e.Message),
        SnapshotUnreadableException e => new BackupOutcome.Failed(BackupFailure.VerificationFailed, e.Message),
        _ => null,
    };
}
