using Daytwo.Crds.Schema;
using Daytwo.Crds.Stores;

namespace Daytwo.Crds.Backups;

/// <summary>What to back up, when, and where to.</summary>
[Rule("has(self.schedule) || !has(self.timeZone)", "timeZone needs a schedule: add spec.schedule, or remove timeZone from this one-off", FieldPath = ".timeZone")]
[Rule("has(self.schedule) || !has(self.jitter)", "jitter needs a schedule: add spec.schedule, or remove jitter from this one-off", FieldPath = ".jitter")]
[Rule("has(self.schedule) || !has(self.startingDeadlineSeconds)",
    "startingDeadlineSeconds needs a schedule: add spec.schedule, or remove startingDeadlineSeconds from this one-off", FieldPath = ".startingDeadlineSeconds")]
[Rule("has(self.schedule) || !has(self.suspend) || !self.suspend",
    "suspend needs a schedule: add spec.schedule, or create this one-off when it may run", FieldPath = ".suspend")]
[Rule("has(self.schedule) || !has(self.rpo)", "rpo needs a schedule: add spec.schedule, or remove rpo from this one-off", FieldPath = ".rpo")]
[Rule("has(self.schedule) || !has(self.retention)",
    "retention needs a schedule: add spec.schedule, or remove retention from this one-off, whose single snapshot is kept until you delete it", FieldPath = ".retention")]
public sealed record EtcdBackupSpec
{
    /// <summary>The etcd cluster to back up. Exactly one kind of source is given.</summary>
    [Required]
    public SourceSpec Source { get => field ?? new(); init; }

    /// <summary>
    /// When to run, as a CronJob's schedule: five fields (minute, hour, day of month, month, day of week) or one of
    /// @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually. Without it the backup runs once, and its spec
    /// may not change.
    /// </summary>
    [Length(1, ScheduleRules.MaximumLength)]
    [Rule(ScheduleRules.IsFiveFieldsOrMacro, ScheduleRules.IsFiveFieldsOrMacroMessage, Computed = true)]
    [Rule(ScheduleRules.MinuteIsValid, ScheduleRules.MinuteMessage, Computed = true)]
    [Rule(ScheduleRules.HourIsValid, ScheduleRules.HourMessage, Computed = true)]
    [Rule(ScheduleRules.DayOfMonthIsValid, ScheduleRules.DayOfMonthMessage, Computed = true)]
    [Rule(ScheduleRules.MonthIsValid, ScheduleRules.MonthMessage, Computed = true)]
    [Rule(ScheduleRules.DayOfWeekIsValid, ScheduleRules.DayOfWeekMessage, Computed = true)]
    [Rule(ScheduleRules.RangesRise, ScheduleRules.RangesRiseMessage, Computed = true)]
    public string? Schedule { get; init; }

    /// <summary>Time zone of the schedule, a name of the IANA database such as Europe/Berlin. UTC when absent.</summary>
    [Length(1, 64)]
    [Rule(TimeZoneRules.HasShape, TimeZoneRules.HasShapeMessage, Computed = true)]
    [Rule(TimeZoneRules.IsKnown, TimeZoneRules.IsKnownMessage)]
    public string? TimeZone { get; init; }

    /// <summary>Longest random delay added to each scheduled time, to spread load, such as 30s. None when absent.</summary>
    [Duration(AllowZero = true)]
    public TimeSpan? Jitter { get; init; }

    /// <summary>
    /// True stops new scheduled runs; a run that has started goes on. Afterwards the latest run missed meanwhile is made up
    /// for, as a CronJob does, unless startingDeadlineSeconds forbids it.
    /// </summary>
    [Default]
    public bool Suspend { get; init; }

    /// <summary>
    /// How many seconds after its scheduled time a run may still start; a run missed by more is skipped. No limit when
    /// absent: then one missed run is made up for, however late.
    /// </summary>
    [Range(10, 31_536_000)]
    public long? StartingDeadlineSeconds { get; init; }

    /// <summary>Seconds after which one attempt of a run is cancelled and counts as failed.</summary>
    [Default, Range(10, 86_400)]
    public long ActiveDeadlineSeconds { get => field == 0 ? 3600 : field; init; }

    /// <summary>Where snapshots are stored. Exactly one kind of store is given.</summary>
    [Required]
    public StoreSpec Store { get => field ?? new(); init; }

    /// <summary>Encrypts snapshots before they leave the operator. Stored as they are when absent.</summary>
    public EncryptionSpec? Encryption { get; init; }

    /// <summary>Compression of snapshots, before encryption: Gzip or None.</summary>
    [Default]
    public BackupCompression Compression { get; init; }

    /// <summary>
    /// What is checked before a run counts as good. None: only etcd's own digest while receiving. Stored: also that the
    /// store holds every byte sent, by reading them back. Full: also that the read-back copy decrypts, decompresses and
    /// is a sound etcd database.
    /// </summary>
    [Default]
    public BackupVerification Verification { get; init; }

    /// <summary>Which snapshots to keep; one that no rule keeps is deleted. The newest verified one is always kept. Everything is kept when absent.</summary>
    public RetentionSpec? Retention { get; init; }

    /// <summary>The promise: at any time the newest good snapshot is at most this old, such as 1h. Reported as condition RPOMet.</summary>
    [Duration]
    public TimeSpan? Rpo { get; init; }

    /// <summary>What becomes of the stored snapshots when this object is deleted: Retain leaves them in the store, Delete deletes them.</summary>
    [Default]
    public BackupDeletionPolicy DeletionPolicy { get; init; }
}
