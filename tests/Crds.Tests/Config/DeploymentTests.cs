using System.Text.Json.Nodes;

namespace Daytwo.Crds.Tests.Config;

public sealed class DeploymentTests
{
    private static readonly JsonNode Deployment =
        GrantedAccess.Documents(Repository.File("config", "manager")).Single(document => (string?)document["kind"] == "Deployment");

    private static JsonNode Pod => Deployment["spec"]!["template"]!["spec"]!;

    private static JsonNode Container => Assert.Single(Pod["containers"]!.AsArray())!;

    [Fact]
    public void Container_has_no_privilege_and_a_read_only_root()
    {
        Assert.True((bool)Pod["securityContext"]!["runAsNonRoot"]!);
        Assert.Equal("RuntimeDefault", (string?)Pod["securityContext"]!["seccompProfile"]!["type"]);
        Assert.True((bool)Container["securityContext"]!["readOnlyRootFilesystem"]!);
        Assert.False((bool)Container["securityContext"]!["allowPrivilegeEscalation"]!);
        Assert.Equal("""["ALL"]""", Container["securityContext"]!["capabilities"]!["drop"]!.ToJsonString());
    }

    [Fact]
    public void Two_replicas_survive_a_drain_and_run_on_control_planes()
    {
        Assert.Equal(2, (long)Deployment["spec"]!["replicas"]!);
        Assert.Contains("node-role.kubernetes.io/control-plane", Pod["tolerations"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(GrantedAccess.Documents(Repository.File("config", "manager")), document => (string?)document["kind"] == "PodDisruptionBudget");
    }

    [Fact]
    public void Memory_is_bounded_and_probes_are_set()
    {
        Assert.NotNull(Container["resources"]!["limits"]!["memory"]);
        Assert.Equal("/livez", (string?)Container["livenessProbe"]!["httpGet"]!["path"]);
        Assert.Equal("/readyz", (string?)Container["readinessProbe"]!["httpGet"]!["path"]);
    }

    [Fact]
    public void Selector_matches_the_pods()
    {
        var labels = Deployment["spec"]!["template"]!["metadata"]!["labels"]!.AsObject();

        Assert.All(Deployment["spec"]!["selector"]!["matchLabels"]!.AsObject(), label => Assert.Equal((string?)label.Value, (string?)labels[label.Key]));
    }
}
