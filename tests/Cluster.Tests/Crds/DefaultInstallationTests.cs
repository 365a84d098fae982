using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>config/default and config/samples on a real apiserver, through the real kubectl.</summary>
public sealed class DefaultInstallationTests(InstalledKinds kinds)
{
    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Repository.Path("config", "samples"), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Second_apply_changes_nothing()
    {
        var kubectl = (await kinds.Get()).Kubectl;
        string[] versions = ["get", "crd,clusterrole,deploy,role,validatingadmissionpolicy", "-A", "-l", "app.kubernetes.io/part-of=daytwo", "-o", "jsonpath={range .items[*]}{.kind}/{.metadata.name}={.metadata.generation}/{.metadata.uid} {end}"];
        var before = await kubectl.Succeeds(versions);

        await kubectl.Succeeds("apply", "--server-side", "-k", Repository.Path("config", "default"));

        Assert.Contains("daytwo-operator", before, StringComparison.Ordinal);
        Assert.Equal(before, await kubectl.Succeeds(versions));
    }

    [Fact]
    public async Task Client_side_apply_works_too()
    {
        var kubectl = (await kinds.Get()).Kubectl;

        var output = await kubectl.Succeeds("apply", "--dry-run=server", "-k", Repository.Path("config", "default"));

        Assert.Contains("customresourcedefinition.apiextensions.k8s.io/etcdbackups.daytwo.dev", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pods_of_the_operator_meet_the_restricted_pod_security_standard()
    {
        var kubectl = (await kinds.Get()).Kubectl;

        // The namespace enforces and warns; a Deployment that breaks the standard would warn here.
        var (code, _, error) = await kubectl.Run("apply", "--server-side", "--dry-run=server", "-f", Repository.Path("config", "manager", "deployment.yaml"));

        Assert.Equal((0, ""), (code, error));
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task Sample_is_accepted_and_defaults_are_filled_in(string file)
    {
        var kubectl = (await kinds.Get()).Kubectl;

        var sample = JsonNode.Parse(await kubectl.Succeeds("apply", "--server-side", "--dry-run=server", "-o", "json", "-f", Repository.Path("config", "samples", file)))!;

        switch ((string?)sample["kind"])
        {
            case "EtcdBackup": AssertBackupDefaults(sample["spec"]!); break;
            case "AdmissionRule": AssertRuleDefaults(sample["spec"]!); break;
            default: Assert.Equal("RuleException", (string?)sample["kind"]); break;
        }
    }

    private static void AssertRuleDefaults(JsonNode spec)
    {
        Assert.Contains((string?)spec["mode"], new[] { "Enforce", "Warn" });
        Assert.Equal("Policy", (string?)spec["outlet"]);
        Assert.Equal("Fail", (string?)spec["failurePolicy"]);
        Assert.Equal("Equivalent", (string?)spec["match"]!["matchPolicy"]);
        Assert.Equal("*", (string?)spec["match"]!["resourceRules"]![0]!["scope"]);
    }

    private static void AssertBackupDefaults(JsonNode spec)
    {
        Assert.Equal(3600, (int)spec["activeDeadlineSeconds"]!);
        Assert.Equal("Gzip", (string?)spec["compression"]);
        Assert.Equal("Full", (string?)spec["verification"]);
        Assert.False((bool)spec["suspend"]!);
        Assert.False((bool)spec["source"]!["endpoints"]!["insecureAllowHTTP"]!);
        Assert.Contains((string?)spec["deletionPolicy"], new[] { "Retain", "Delete" });
        Assert.NotNull(spec["store"]!["filesystem"] ?? spec["store"]!["s3"]!["region"]);
    }

    [Fact]
    public async Task Kinds_answer_to_short_names_and_category()
    {
        var kubectl = (await kinds.Get()).Kubectl;

        var resources = await kubectl.Succeeds("api-resources", "--categories=daytwo", "--no-headers");

        Assert.Matches(@"etcdbackups\s+eb\s+daytwo.dev/v1alpha1\s+false\s+EtcdBackup", resources);
        Assert.Matches(@"admissionrules\s+ar\s+daytwo.dev/v1alpha1\s+false\s+AdmissionRule", resources);
        Assert.Matches(@"ruleexceptions\s+rex\s+daytwo.dev/v1alpha1\s+false\s+RuleException", resources);
        Assert.Matches(@"etcdsnapshots\s+es\s+daytwo.dev/v1alpha1\s+false\s+EtcdSnapshot", resources);
    }

    [Theory]
    [InlineData("etcdbackup", "Takes backups of an etcd cluster")]
    [InlineData("etcdbackup.spec.schedule", "as a CronJob's schedule")]
    [InlineData("etcdbackup.spec.store.s3.objectLock.retainFor", "such as 168h")]
    [InlineData("etcdbackup.spec.encryption.keySecret", "encryption.key")]
    [InlineData("etcdbackup.status.lastSuccess.revision", "etcd revision")]
    [InlineData("etcdsnapshot.status.hash", "etcdutl snapshot status")]
    [InlineData("admissionrule", "the same verdicts and messages")]
    [InlineData("admissionrule.spec.match", "Never among them")]
    [InlineData("admissionrule.spec.webhook.timeoutSeconds", "How long the apiserver waits")]
    [InlineData("ruleexception.spec.expiresAt", "366 days")]
    public async Task Explain_has_a_text(string path, string expected)
    {
        var kubectl = (await kinds.Get()).Kubectl;

        var text = string.Join(' ', (await kubectl.Succeeds("explain", path)).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(expected, text, StringComparison.Ordinal);
    }
}
