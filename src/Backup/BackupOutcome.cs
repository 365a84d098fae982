using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup;

/// <summary>How a backup ended.</summary>
public abstract record BackupOutcome
{
    private BackupOutcome()
    {
    }

    /// <param name="AlreadyDone">True when a finished backup of this id was found and nothing was done.</param>
    public sealed record Succeeded(SnapshotManifest Manifest, bool AlreadyDone) : BackupOutcome;

    /// <summary>Nothing was listed.</summary>
    /// <param name="Message">For a person: what failed, where, what to do.</param>
    /// <param name="Store">How the store failed, when it did.</param>
    public sealed record Failed(BackupFailure Reason, string Message, StoreFailure? Store = null) : BackupOutcome
    {
        /// <summary>True when the same request may succeed later without anybody changing anything.</summary>
        public bool IsTransient => Reason switch
        {
            BackupFailure.SourceUnreachable or BackupFailure.SourceInterrupted or BackupFailure.SourceUnfit => true,
            BackupFailure.Store => Store is StoreFailure.Unreachable or StoreFailure.Timeout or StoreFailure.Throttled or StoreFailure.Unavailable,
            BackupFailure.SnapshotCorrupt or BackupFailure.VerificationFailed => true,
            _ => false,
        };
    }
}
