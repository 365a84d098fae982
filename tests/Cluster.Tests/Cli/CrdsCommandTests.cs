using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cli;

public sealed class CrdsCommandTests(ControlPlane plane)
{
    [Fact]
    public async Task Kinds_printed_are_applied_by_kubectl_to_a_real_apiserver()
    {
        var api = await plane.Api(TestContext.Current.CancellationToken);
        var kinds = (await DaytwoProgram.Run("crds")).Good();
        var kubectl = Programs.Require("kubectl").Path;

        var applied = await DaytwoProgram.Run(
            kubectl, new Dictionary<string, string>(), kinds, "--kubeconfig", api.Kubeconfig, "apply", "--server-side", "--force-conflicts", "-f", "-");

        Assert.Contains("etcdbackups.daytwo.dev", applied.Good(), StringComparison.Ordinal);
        Assert.Contains("etcdsnapshots.daytwo.dev", applied.Good(), StringComparison.Ordinal);
    }
}
