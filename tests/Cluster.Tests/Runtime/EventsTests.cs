using Daytwo.Cluster.Tests.Kubernetes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Rules;

namespace Daytwo.Cluster.Tests.Runtime;

public sealed class EventsTests(ControlPlane plane)
{
    [Fact]
    public async Task Event_and_its_series_are_accepted_by_a_real_apiserver()
    {
        var ct = TestContext.Current.CancellationToken;
        using var api = await ConnectedApi.Open(plane, "runtime-events", ct);
        var map = await api.Make("a", "1", ct);
        var first = new Happening(
            ObjectReference.To(ConfigMap.Resource.Type, map.Metadata), Notice.Warning("BackupFailed", "TakeSnapshot", new string('ü', 2000)), TimeProvider.System.GetUtcNow());
        var writer = new EventWriter(api.Client, "daytwo.dev/test", "test-pod");
        Assert.Null(await writer.Write(new SeriesOutput(first, first, 1), ct));
        Assert.Null(await writer.Write(new SeriesOutput(first, first with { At = first.At.AddSeconds(20) }, 5), ct));

        var events = (await api.Client.List(Event.Resource, new ListRequest { Namespace = api.Namespace }, ct)).Required();
        var told = Assert.Single(events.Items);
        Assert.Equal(("BackupFailed", "Warning", 5, "a"), (told.Reason, told.Type, told.Series!.Count, told.Regarding!.Name));
    }
}
