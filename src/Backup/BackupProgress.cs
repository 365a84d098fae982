namespace Daytwo.Backup;

/// <summary>How far a backup or a verification has come.</summary>
/// <param name="PlainBytes">Bytes of the snapshot that passed in this stage.</param>
/// <param name="RemainingBytes">Bytes of the snapshot still to come in this stage; null when unknown.</param>
/// <param name="StoredBytes">Bytes sent to (or read back from) the store in this stage.</param>
/// <param name="Elapsed">Since this stage began.</param>
public sealed record BackupProgress(BackupStage Stage, long PlainBytes, long? RemainingBytes, long StoredBytes, TimeSpan Elapsed)
{
    /// <summary>Mean of this stage so far; 0 at its beginning.</summary>
    public double BytesPerSecond => Elapsed > TimeSpan.Zero ? PlainBytes / Elapsed.TotalSeconds : 0;
}
