using System.Globalization;
using Daytwo.Cluster.Tests.Operator;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Crds;
using Daytwo.Crds.Tests.Config;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>The operator, running as its ServiceAccount: what it asks for is granted, and what is granted it asks for.</summary>
public sealed class UsedAccessTests
{
    private const string User = "system:serviceaccount:daytwo-system:daytwo";

    /// <summary>Granted but not seen in the story below, each with its reason.</summary>
    private static readonly Dictionary<string, string> NotInTheStory = new()
    {
        ["list etcdbackups"] = "the way to begin where an API has no streaming lists, and after a lost watch",
        ["list etcdsnapshots"] = "the same",
        ["delete etcdsnapshots"] = "retention, and snapshots that the store no longer has",
        ["get etcdbackups"] = "a live read before something that cannot be undone",
        ["list admissionrules"] = "as of etcdbackups",
        ["list leases"] = "as of etcdbackups",
        ["list ruleexceptions"] = "as of etcdbackups",
        ["list validatingadmissionpolicies"] = "as of etcdbackups",
        ["list validatingadmissionpolicybindings"] = "as of etcdbackups",
        ["list mutatingadmissionpolicies"] = "as of etcdbackups",
        ["list mutatingadmissionpolicybindings"] = "as of etcdbackups",
        ["get configmaps"] = "never asked for: the apiserver wants it of whoever writes a policy with parameters",
        ["patch events"] = "an event that repeats for minutes becomes a series",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Operator_uses_what_it_is_granted_and_nothing_else()
    {
        var granted = GrantedAccess.Read(Repository.Path("config", "rbac")).Where(access => access.Role.Contains("daytwo-operator", StringComparison.Ordinal)).ToList();

        var used = await Story();

        Assert.DoesNotContain(used, request => request.Code is 401 or 403);
        var unused = granted.Where(access => !used.Any(request => Covers(access, request))).Select(access => $"{access.Verb} {access.Resource}").ToList();
        Assert.DoesNotContain(unused, access => !NotInTheStory.ContainsKey(access));
    }

    private static bool Covers(GrantedAccess access, AuditedRequest request) =>
        (access.Verb, access.Group, access.Resource) == (request.Verb, request.Group, request.Resource)
        && (access.Namespace is null || access.Namespace == request.Namespace)
        && (access.Name is null || access.Name == request.Name);

    /// <summary>A one-off backup into a directory is taken, and deleted with its snapshot.</summary>
    private static async Task<IReadOnlyList<AuditedRequest>> Story()
    {
        using var folder = new ScratchFolder();
        var log = Path.Combine(folder.Path, "audit.log");
        var policy = Path.Combine(folder.Path, "audit-policy.yaml");
        await File.WriteAllTextAsync(policy, AuditedRequest.Policy, Ct);
        await using var etcd = await EtcdCluster.Start(Programs.Require("etcd"), folder.Path, 1, TimeProvider.System, Ct);
        await using (var api = await ApiServer.Start(
            Programs.Require("kube-apiserver"), etcd, folder.Path, TimeProvider.System, Ct, extra: [$"--audit-policy-file={policy}", $"--audit-log-path={log}", "--audit-log-mode=blocking-strict"]))
        {
            var kubectl = new Kubectl(api);
            await kubectl.Succeeds("apply", "--server-side", "-k", Repository.Path("config", "default"));
            await kubectl.Succeeds("wait", "--for=condition=Established", "--timeout=60s", "crd", "-l", "app.kubernetes.io/part-of=daytwo");
            await kubectl.Succeeds("-n", Kinds.SecretsNamespace, "create", "secret", "generic", "etcd-client", $"--from-file={SecretKeys.TlsCertificate}={etcd.Client.Certificate}",
                    $"--from-file={SecretKeys.TlsKey}={etcd.Client.Key}", $"--from-file={SecretKeys.CertificateAuthority}={etcd.AuthorityFile}");
            var store = Directory.CreateDirectory(Path.Combine(folder.Path, "store")).FullName;

            await using var running = new RunningOperator(api.KubeconfigFor(User, "system:serviceaccounts", "system:authenticated"));
            var manifest = Path.Combine(folder.Path, "audited.yaml");
            await File.WriteAllTextAsync(manifest, Backup(etcd, store), Ct);
            await kubectl.Succeeds("apply", "-f", manifest);
            await kubectl.Succeeds("wait", "--for=condition=Complete", "--timeout=60s", "etcdbackup", "audited");
            await kubectl.Succeeds("wait", "--for=condition=Ready", "--timeout=60s", "etcdsnapshot", "--all");
            await kubectl.Succeeds("delete", "etcdbackup", "audited", "--timeout=60s");
            await RuleStory(kubectl, manifest);
        }

        return AuditedRequest.Of(log, User);
    }

    /// <summary>A rule comes, changes and goes, with an exception.</summary>
    private static async Task RuleStory(Kubectl kubectl, string manifest)
    {
        foreach (var value in (string[])["first", "second"])
        {
            await File.WriteAllTextAsync(manifest, Rule(value), Ct);
            await kubectl.Succeeds("apply", "-f", manifest);
            await kubectl.Succeeds("wait", $"--for=jsonpath={{.metadata.generation}}={(value == "first" ? 1 : 2)}", "admissionrule", "audited");
            await kubectl.Succeeds("wait", "--for=condition=Ready", "--timeout=60s", "admissionrule", "audited");
        }

        await kubectl.Succeeds("wait", "--for=condition=Active", "--timeout=60s", "ruleexception", "audited");
        await kubectl.Succeeds("delete", "-f", manifest);
        await kubectl.Succeeds("wait", "--for=delete", "--timeout=60s", "mutatingadmissionpolicy,validatingadmissionpolicy", "audited.rule.daytwo.dev");
        await kubectl.Succeeds("wait", "--for=delete", "--timeout=60s", "mutatingadmissionpolicybinding,validatingadmissionpolicybinding", "audited.rule.daytwo.dev");
    }

    /// <summary>A change of the ConfigMap it takes its values from is a change of policies and bindings.</summary>
    private static string Rule(string value) => """
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: audited}
        spec:
          match: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [services]}]}
          params: {configMap: {name: VALUE, namespace: default}}
          validations: [{expression: "'VALUE' != ''", message: never said}]
          mutations: [{jsonPatch: {expression: "'VALUE' == '' ? [] : [JSONPatch{op: 'add', path: '/metadata/annotations', value: {}}]"}}]
        ---
        apiVersion: daytwo.dev/v1alpha1
        kind: RuleException
        metadata: {name: audited}
        spec:
          rules: [audited]
          match: {names: [a]}
          owner: a@example.com
          reason: to be seen
          expiresAt: "EXPIRY"
        """.Replace("VALUE", value, StringComparison.Ordinal)
        .Replace("EXPIRY", TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Backup(EtcdCluster etcd, string directory) => $"""
        apiVersion: daytwo.dev/v1alpha1
        kind: EtcdBackup
        metadata:
          name: audited
        spec:
          source:
            endpoints:
              urls: [{string.Join(", ", etcd.Endpoints)}]
              clientCertificateSecret:
                name: etcd-client
          store:
            filesystem:
              directory: {directory}
          deletionPolicy: Delete
        """;
}
