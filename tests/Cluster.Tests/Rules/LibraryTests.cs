using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Crds;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Rules;

namespace Daytwo.Cluster.Tests.Rules;

/// <summary>The rules of config/rules, rendered and in force on a real apiserver, against good and bad objects.</summary>
public sealed class LibraryTests(InstalledKinds kinds)
{
    /// <summary>About requests that create nothing; it has a test of its own.</summary>
    private const string NoExec = "no-exec";

    public static TheoryData<string> Rules => [.. LibraryCases.Files.Keys.Where(name => name != NoExec).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Rules))]
    public async Task Rule_refuses_what_is_bad_in_every_kind_with_its_message_and_lets_pass_what_is_good(string name)
    {
        Assert.True(LibraryCases.All.TryGetValue(name, out var cases), $"library-cases.yaml has no document for {name}");
        var tries = cases.Tries().ToList();
        var bad = tries.First(item => item.Says is not null);
        Assert.Contains(tries, item => item.Says is null);

        var sandbox = await Begin(name, async sandbox => !(await sandbox.Create(bad.Object)).Accepted);

        foreach (var (what, value, says) in tries)
        {
            var answer = await sandbox.Create(value);
            if (says is null)
            {
                Assert.True(answer.Accepted, $"{what}: {answer.Message}");
            }
            else
            {
                Assert.False(answer.Accepted, what);
                Assert.Contains($"ValidatingAdmissionPolicy '{PolicyName.Of(name)}'", answer.Message, StringComparison.Ordinal);
                Assert.Contains(says, answer.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("resulted in error", answer.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_exists_can_be_labelled_and_deleted_though_it_breaks_a_rule_but_not_changed()
    {
        var pod = Workloads.With("Pod", JsonNode.Parse("""{"containers":[{"name":"c","image":"a:latest"}]}""")!);
        pod["metadata"]!["name"] = "older";
        var installation = await kinds.Get();
        var before = new RuleSandbox(installation, "older");
        await before.CreateNamespace(new Dictionary<string, string>());
        await Accepts(before.Create(pod, dryRun: false));
        var other = pod.DeepClone();
        other["metadata"]!["name"] = "other";

        var sandbox = await Begin("no-latest-tag", async sandbox => !(await sandbox.Create(other)).Accepted, before.Namespace);

        await Accepts(sandbox.Change(pod, JsonNode.Parse("""{"metadata":{"labels":{"a":"b"},"finalizers":["example.com/x"]}}""")!));
        await Accepts(sandbox.Change(pod, JsonNode.Parse("""{"status":{"phase":"Failed"}}""")!, "/status"));
        Assert.Contains("images need a fixed tag", (await sandbox.Change(pod, JsonNode.Parse("""{"spec":{"containers":[{"name":"c","image":"b:latest"}]}}""")!)).Message, StringComparison.Ordinal);
        await Accepts(sandbox.Change(pod, JsonNode.Parse("""{"spec":{"containers":[{"name":"c","image":"b:1"}]}}""")!));
        Assert.Contains("images need a fixed tag", (await sandbox.Change(pod, JsonNode.Parse("""{"spec":{"ephemeralContainers":[{"name":"d","image":"debug:latest"}]}}""")!, "/ephemeralcontainers")).Message, StringComparison.Ordinal);
        await Accepts(sandbox.Delete(pod, dryRun: false));
    }

    [Fact]
    public async Task Containers_are_entered_by_members_of_the_groups_alone()
    {
        var pod = Workloads.With("Pod", JsonNode.Parse("""{"containers":[{"name":"c","image":"a:1"}]}""")!);
        var kubectl = (await kinds.Get()).Kubectl;
        string[] user = ["--as=someone", "--as-group=system:authenticated"];
        async Task<string> Exec(RuleSandbox sandbox, params string[] groups) => (await kubectl.Run(["-n", sandbox.Namespace, "exec", "a", .. user, .. groups, "--", "true"])).Error;
        var sandbox = await Begin(NoExec, async sandbox =>
        {
            await sandbox.Create(pod, dryRun: false);
            await kubectl.Run("-n", sandbox.Namespace, "create", "rolebinding", "someone", "--clusterrole=cluster-admin", "--user=someone");
            return (await Exec(sandbox)).Contains(PolicyName.Of(NoExec), StringComparison.Ordinal);
        });

        var refused = await Exec(sandbox);
        var passed = await Exec(sandbox, "--as-group=emergency");

        Assert.Contains($"containers may not be entered in the namespace {sandbox.Namespace}, but by members of system:masters, emergency", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("may not be entered", passed, StringComparison.Ordinal); // the pod has no node to be entered on
    }

    private static async Task Accepts(Task<Answer> asked)
    {
        var answer = await asked;
        Assert.True(answer.Accepted, answer.Message);
    }

    /// <summary>The rule as its file has it, enforced.</summary>
    private async Task<RuleSandbox> Begin(string name, Func<RuleSandbox, Task<bool>> inForce, string? ns = null) =>
        await RuleSandbox.Begin(await kinds.Get(), await File.ReadAllTextAsync(LibraryCases.Files[name], TestContext.Current.CancellationToken), inForce, rule => Enforced(rule, ns));

    private static AdmissionRule Enforced(AdmissionRule rule, string? ns) => rule with
    {
        Metadata = rule.Metadata with { Name = rule.Metadata.Name + (ns is null ? "" : "-in-" + ns) },
        Spec = rule.Spec with
        {
            Mode = RuleMode.Enforce,
            Match = ns is null ? rule.Spec.Match : rule.Spec.Match with { NamespaceSelector = new() { MatchLabels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = ns } } },
        },
    };
}
