using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>Takes reports on the thread that makes them.</summary>
internal sealed class RunProgressSink(Action<AttemptProgress> take) : IProgress<AttemptProgress>
{
    public void Report(AttemptProgress value) => take(value);
}
