using Daytwo.Kubernetes;
using Daytwo.Runtime.Finalizers;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Finalizers;

public sealed class FinalizerTests
{
    private static readonly Finalizer Ours = new("test.dev/ours");
    private readonly CannedApi _api = new(_ => (200, """{"metadata":{"name":"a"}}"""));

    [Fact]
    public async Task First_finalizer_is_added_only_to_the_version_that_had_none()
    {
        await Ours.Add(new KubernetesClient(_api), Thing.Resource, Thing.Of("a", "7", "u"), CancellationToken.None);
        Assert.Equal(
            """
            [{"op":"test","path":"/metadata/uid","value":"u"},{"op":"test","path":"/metadata/resourceVersion","value":"7"},{"op":"add","path":"/metadata/finalizers","value":["test.dev/ours"]}]
            """,
            Body());
    }

    [Fact]
    public async Task Finalizer_beside_others_leaves_them_alone()
    {
        await Ours.Add(new KubernetesClient(_api), Thing.Resource, With("other.dev/theirs"), CancellationToken.None);
        Assert.EndsWith(
            """{"op":"test","path":"/metadata/finalizers","value":["other.dev/theirs"]},{"op":"add","path":"/metadata/finalizers/-","value":"test.dev/ours"}]""",
            Body(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removal_tests_that_it_removes_its_own()
    {
        await Ours.Remove(new KubernetesClient(_api), Thing.Resource, With("other.dev/theirs", Ours.Name), CancellationToken.None);
        Assert.EndsWith(
            """{"op":"test","path":"/metadata/finalizers/1","value":"test.dev/ours"},{"op":"remove","path":"/metadata/finalizers/1"}]""",
            Body(), StringComparison.Ordinal);
    }

    private static Thing With(params string[] finalizers)
    {
        var thing = Thing.Of("a");
        return thing with { Metadata = thing.Metadata with { Finalizers = finalizers } };
    }

    private string Body() => Assert.Single(_api.Requests).Body;
}
