namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>Reasons of conditions and events that the rules give themselves; failures of runs bring their own. They are stable.</summary>
internal static class Reasons
{
    public const string AwaitingFirstRun = "AwaitingFirstRun";
    public const string BackupSucceeded = "BackupSucceeded";
    public const string BackupFailed = "BackupFailed";
    public const string BackupRunning = "BackupRunning";
    public const string BackupStarted = "BackupStarted";
    public const string BackupRestarted = "BackupRestarted";
    public const string BackupAttemptFailed = "BackupAttemptFailed";
    public const string Interrupted = "Interrupted";
    public const string DeadlineExceeded = "DeadlineExceeded";
    public const string AttemptStuck = "AttemptStuck";
    public const string ObjectDeleted = "ObjectDeleted";
    public const string Suspended = "Suspended";
    public const string ScheduleInvalid = "ScheduleInvalid";
    public const string ScheduleNeverFires = "ScheduleNeverFires";
    public const string MissedSchedule = "MissedSchedule";
    public const string TooManyMissedTimes = "TooManyMissedTimes";
    public const string ClockSkewed = "ClockSkewed";
    public const string SnapshotsUnreadable = "SnapshotsUnreadable";
    public const string EtcdNoSpace = "EtcdNoSpace";
    public const string AsExpected = "AsExpected";
    public const string Pruned = "Pruned";
    public const string Deleting = "Deleting";
    public const string CopiesLeft = "CopiesLeft";
    public const string WithinPromise = "WithinPromise";
    public const string BackupTooOld = "BackupTooOld";
    public const string NoBackup = "NoBackup";
}
