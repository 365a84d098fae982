using Daytwo.Backup;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>Passes the pipeline's reports on as the rules see them.</summary>
internal sealed class PipelineProgress(IProgress<AttemptProgress> sink) : IProgress<BackupProgress>
{
    public void Report(BackupProgress value) =>
        sink.Report(new AttemptProgress(value.Stage.ToString(), value.PlainBytes, value.RemainingBytes is { } left ? value.PlainBytes + left : null));
}
