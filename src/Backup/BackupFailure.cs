namespace Daytwo.Backup;

/// <summary>Why a backup did not come to be. Names are stable: they become reasons of conditions and labels of metrics.</summary>
public enum BackupFailure
{
    /// <summary>No endpoint answered.</summary>
    SourceUnreachable,

    /// <summary>An endpoint answered and refused: certificate, permission.</summary>
    SourceDenied,

    /// <summary>No member may serve: learners, alarms, far behind, no leader.</summary>
    SourceUnfit,

    /// <summary>The stream broke off.</summary>
    SourceInterrupted,

    /// <summary>The bytes fail etcd's own digest, or are no snapshot.</summary>
    SnapshotCorrupt,

    /// <summary>The store failed; <see cref="BackupOutcome.Failed.Store"/> says how.</summary>
    Store,

    /// <summary>What was read back from the store is not what was sent. Nothing was listed.</summary>
    VerificationFailed,

    /// <summary>There is a finished snapshot of this id that cannot be trusted: damaged, or not signed with this key.</summary>
    IdTaken,

    /// <summary>No room or no permission for the temporary file that verification needs.</summary>
    Spool,
}
