namespace Daytwo.Backup.Pipeline;

/// <summary>Counts the bytes of one stage and tells a listener now and then. Fed by one thread per number.</summary>
internal sealed class ProgressMeter(BackupStage stage, IProgress<BackupProgress>? listener, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly long begun = time.GetTimestamp();
    private long told = time.GetTimestamp();
    private long passed;
    private long stored;
    private long? remaining;

    /// <summary>Starts a stage, and tells so before its first byte: a store that stands still from the beginning shows where the run stands.</summary>
    public static ProgressMeter Begin(BackupStage stage, IProgress<BackupProgress>? listener, TimeProvider time)
    {
        var meter = new ProgressMeter(stage, listener, time);
        meter.Tell();
        return meter;
    }

    public void Passed(int bytes, long? left)
    {
        passed += bytes;
        remaining = left;
        if (listener is not null && time.GetElapsedTime(told) >= Interval)
        {
            Tell();
        }
    }

    public void Stored(long bytes) => Volatile.Write(ref stored, bytes);

    public void Tell()
    {
        told = time.GetTimestamp();
        listener?.Report(new BackupProgress(stage, passed, remaining, Volatile.Read(ref stored), time.GetElapsedTime(begun)));
    }
}
