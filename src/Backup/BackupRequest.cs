using Daytwo.Backup.Manifests;
using Daytwo.Backup.Sources;
using Daytwo.Backup.Verification;
using Daytwo.Storage;

namespace Daytwo.Backup;

/// <summary>One backup to take. The same <see cref="Id"/> again after a crash finds the finished backup, or starts over.</summary>
public sealed record BackupRequest
{
    public required SnapshotId Id { get; init; }

    public required ISnapshotSource Source { get; init; }

    public required IObjectStore Store { get; init; }

    /// <summary>Encrypts the snapshot and signs the manifest; null stores it readable and unsigned.</summary>
    public EncryptionKey? Key { get; init; }

    public Compression Compression { get; init; } = Compression.Gzip;

    /// <summary>What must hold before the backup counts as taken.</summary>
    public VerificationLevel Verification { get; init; } = VerificationLevel.Full;

    /// <summary>The object that ordered it.</summary>
    public SnapshotOwner? Owner { get; init; }

    public SnapshotTrigger Trigger { get; init; } = SnapshotTrigger.Manual;

    /// <summary>The time of the schedule that this run is for.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Forbids deletion for a time (S3 Object Lock).</summary>
    public RetentionLock? Lock { get; init; }

    /// <summary>Where verification may put a temporary file (encrypted, unlinked, as large as the snapshot); null means the system's temporary directory.</summary>
    public string? SpoolDirectory { get; init; }
}
