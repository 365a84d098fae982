using Daytwo.Cluster.Tests.Kubernetes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Results;
using Daytwo.Runtime.Finalizers;

namespace Daytwo.Cluster.Tests.Runtime;

public sealed class FinalizerTests(ControlPlane plane)
{
    private static readonly Finalizer Ours = new("daytwo.dev/test");

    [Fact]
    public async Task Finalizer_holds_an_object_until_taken_off()
    {
        var ct = TestContext.Current.CancellationToken;
        using var api = await ConnectedApi.Open(plane, "runtime-finalizer", ct);
        var made = await api.Make("a", "1", ct);
        var held = (await Ours.Add(api.Client, ConfigMap.Resource, made, ct)).Required();
        Assert.True(Ours.IsOn(held));
        Assert.Equal(DeleteOutcome.Terminating, (await api.Client.Delete(ConfigMap.Resource.Type, api.Namespace, "a", null, ct)).Required());
        (await Ours.Remove(api.Client, ConfigMap.Resource, held, ct)).Required();
        Assert.Equal(ApiErrorKind.NotFound, (await api.Client.Get(ConfigMap.Resource, api.Namespace, "a", ct)).Error!.Kind);
    }

    [Fact]
    public async Task Finalizer_is_not_put_on_an_object_that_changed_meanwhile()
    {
        var ct = TestContext.Current.CancellationToken;
        using var api = await ConnectedApi.Open(plane, "runtime-finalizer-stale", ct);
        var made = await api.Make("a", "1", ct);
        await new Finalizer("other.dev/theirs").Add(api.Client, ConfigMap.Resource, made, ct);
        Assert.Equal(ApiErrorKind.Invalid, (await Ours.Add(api.Client, ConfigMap.Resource, made, ct)).Error!.Kind);
        var now = (await api.Client.Get(ConfigMap.Resource, api.Namespace, "a", ct)).Required();
        Assert.Equal(["other.dev/theirs"], now.Metadata.Finalizers);
    }
}
