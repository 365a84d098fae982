using Daytwo.Backup;
using Daytwo.Cli.Output;

namespace Daytwo.Cli.Backups;

/// <summary>Shows the progress of a backup or check on one line.</summary>
internal sealed class BackupProgressLine(ProgressLine line) : IProgress<BackupProgress>
{
    public void Report(BackupProgress value)
    {
        var what = value.Stage switch
        {
            BackupStage.Connecting => "connecting",
            BackupStage.Transferring => "transferring",
            BackupStage.Verifying => "verifying",
            _ => "finishing",
        };
        line.Report(what, value.PlainBytes, value.RemainingBytes is { } left ? value.PlainBytes + left : null);
    }
}
