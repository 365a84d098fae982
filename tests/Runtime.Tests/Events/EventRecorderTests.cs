using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Rules;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Events;

public sealed class EventRecorderTests
{
    private static readonly ObjectReference Regarding = new() { Name = "a", Uid = "u" };
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Stop_writes_what_still_waits()
    {
        var api = new CannedApi(_ => (201, """{"metadata":{"name":"x"}}"""));
        var recorder = new EventRecorder(new KubernetesClient(api), TestServices.Create(_time), "c", "i");
        using var stop = new CancellationTokenSource();
        recorder.Record(Regarding, Notice.Normal("One", "Test", ""));
        recorder.Record(Regarding, Notice.Normal("Two", "Test", ""));
        await stop.CancelAsync();
        await Eventually.Within(recorder.Run(stop.Token));
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Api_that_is_away_neither_blocks_nor_fails_who_records()
    {
        var services = TestServices.Create(_time);
        var recorder = new EventRecorder(new KubernetesClient(new CannedApi(_ => throw new ApiUnreachableException("away"))), services, "c", "i");
        using var stop = new CancellationTokenSource();
        var running = recorder.Run(stop.Token);
        for (var i = 0; i < 5000; i++)
        {
            recorder.Record(Regarding, Notice.Normal($"Reason{i}", "Test", ""));
        }

        await stop.CancelAsync();
        await Eventually.True(() => running.IsCompleted, "ended", _time);
        Assert.Contains("daytwo_events_dropped_total 5000", services.Metrics.ToText(), StringComparison.Ordinal);
    }
}
