namespace Daytwo.Cluster.Tests.Crds;

/// <summary>What the apiserver's authorizer lets the operator and people do, once config/default is installed.</summary>
public sealed class GrantedAccessTests(InstalledKinds kinds)
{
    private const string Operator = "system:serviceaccount:daytwo-system:daytwo";

    [Theory]
    [InlineData("watch etcdbackups.daytwo.dev")]
    [InlineData("patch etcdbackups.daytwo.dev --subresource=status")]
    [InlineData("create etcdsnapshots.daytwo.dev")]
    [InlineData("patch etcdsnapshots.daytwo.dev --subresource=status")]
    [InlineData("get secrets/etcd-client -n daytwo-system")]
    [InlineData("create leases.coordination.k8s.io -n daytwo-system")]
    [InlineData("update leases.coordination.k8s.io/daytwo-operator -n daytwo-system")]
    [InlineData("create events.events.k8s.io -n default")]
    [InlineData("create validatingadmissionpolicies.admissionregistration.k8s.io")]
    [InlineData("patch mutatingadmissionpolicybindings.admissionregistration.k8s.io/canary.daytwo.dev")]
    [InlineData("patch admissionrules.daytwo.dev --subresource=status")]
    [InlineData("list endpointslices.discovery.k8s.io -n default")]
    public async Task Operator_may(string question) => Assert.Equal("yes", await Ask(question));

    [Theory]
    [InlineData("list secrets -n daytwo-system")]
    [InlineData("watch secrets -n daytwo-system")]
    [InlineData("get secrets/any -n kube-system")]
    [InlineData("list secrets -A")]
    [InlineData("create etcdbackups.daytwo.dev")]
    [InlineData("delete etcdbackups.daytwo.dev")]
    [InlineData("update leases.coordination.k8s.io/other -n daytwo-system")]
    [InlineData("create leases.coordination.k8s.io -n kube-system")]
    [InlineData("create pods -n daytwo-system")]
    [InlineData("get nodes")]
    [InlineData("create clusterrolebindings")]
    [InlineData("impersonate users")]
    [InlineData("create admissionrules.daytwo.dev")]
    [InlineData("patch ruleexceptions.daytwo.dev")]
    [InlineData("patch validatingadmissionpolicies.admissionregistration.k8s.io/another")]
    [InlineData("create validatingwebhookconfigurations.admissionregistration.k8s.io")]
    [InlineData("list configmaps -A")]
    [InlineData("list endpointslices.discovery.k8s.io -n kube-system")]
    public async Task Operator_may_not(string question) => Assert.Equal("no", await Ask(question));

    private async Task<string> Ask(string question)
    {
        var kubectl = (await kinds.Get()).Kubectl;
        var (_, output, _) = await kubectl.Run(["auth", "can-i", $"--as={Operator}", "--as-group=system:serviceaccounts", "--as-group=system:authenticated", .. question.Split(' ')]);
        return output.Trim();
    }
}
