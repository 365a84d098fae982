using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Crds;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Rules;

/// <summary>The rules of config/rules/mutating, in force on a real apiserver, and what becomes of objects.</summary>
public sealed class MutatingLibraryTests(InstalledKinds kinds)
{
    private static readonly JsonObject Bare = Pod("""{"containers":[{"name":"c","image":"a:1"},{"name":"d","image":"a:1"}]}""");

    [Fact]
    public async Task Label_is_added_where_it_is_not_and_never_changed()
    {
        var sandbox = await Begin("add_label", Bare, pod => pod["metadata"]?["labels"]?["example.com/cost-center"] is not null);
        var labelled = Bare.DeepClone();
        labelled["metadata"]!["labels"] = new JsonObject { ["a"] = "b" };
        var own = Bare.DeepClone();
        own["metadata"]!["labels"] = new JsonObject { ["example.com/cost-center"] = "1" };

        Assert.Equal("""{"example.com/cost-center":"4711"}""", await Made(sandbox, Bare, "metadata", "labels"));
        Assert.Equal("""{"a":"b","example.com/cost-center":"4711"}""", await Made(sandbox, labelled, "metadata", "labels"));
        Assert.Equal("""{"example.com/cost-center":"1"}""", await Made(sandbox, own, "metadata", "labels"));
    }

    [Fact]
    public async Task Security_context_is_completed_and_what_is_said_stays()
    {
        var sandbox = await Begin("default_security_context", Bare, pod => pod["spec"]?["securityContext"]?["seccompProfile"] is not null);
        var speaking = Pod("""
            {"securityContext":{"runAsUser":5,"seccompProfile":{"type":"Unconfined"}},"containers":[
              {"name":"c","image":"a:1","securityContext":{"allowPrivilegeEscalation":true}},
              {"name":"d","image":"a:1","securityContext":{"privileged":true}},
              {"name":"e","image":"a:1","securityContext":{"capabilities":{"add":["SYS_ADMIN"]}}},
              {"name":"f","image":"a:1"}]}
            """);

        Assert.Equal("""{"seccompProfile":{"type":"RuntimeDefault"}}""", await Made(sandbox, Bare, "spec", "securityContext"));
        Assert.Equal("""{"runAsUser":5,"seccompProfile":{"type":"Unconfined"}}""", await Made(sandbox, speaking, "spec", "securityContext"));
        const string Whole = """{"capabilities":{"drop":["ALL"]},"allowPrivilegeEscalation":false}""";
        Assert.Equal([Whole, Whole], await Contexts(sandbox, Bare));
        Assert.Equal(
            ["""{"capabilities":{"drop":["ALL"]},"allowPrivilegeEscalation":true}""", """{"capabilities":{"drop":["ALL"]},"privileged":true}""", """{"capabilities":{"add":["SYS_ADMIN"]}}""", Whole],
            await Contexts(sandbox, speaking));
    }

    [Fact]
    public async Task Token_is_not_mounted_unless_the_pod_asks()
    {
        var sandbox = await Begin("no_token_automount", Bare, pod => pod["spec"]?["automountServiceAccountToken"] is not null);
        var volumes = Pod("""
            {"volumes":[{"name":"a","emptyDir":{}}],"initContainers":[{"name":"i","image":"a:1"}],
             "containers":[{"name":"c","image":"a:1","volumeMounts":[{"name":"a","mountPath":"/a"}]},{"name":"d","image":"a:1"}]}
            """);
        var asking = Pod("""{"automountServiceAccountToken":true,"containers":[{"name":"c","image":"a:1"}]}""");

        Assert.Equal("false", await Made(sandbox, Bare, "spec", "automountServiceAccountToken"));
        Assert.Equal(["a", "a"], await Mounted(sandbox, volumes));
        Assert.Empty(await Mounted(sandbox, Bare));
        Assert.Equal("true", await Made(sandbox, asking, "spec", "automountServiceAccountToken"));
        Assert.All(await Mounted(sandbox, asking), name => Assert.StartsWith("kube-api-access-", name, StringComparison.Ordinal));
        Assert.Equal(2, (await Mounted(sandbox, asking)).Count);
    }

    /// <summary>The names of a pod's volumes and of all that its containers mount.</summary>
    private static async Task<IReadOnlyList<string>> Mounted(RuleSandbox sandbox, JsonObject pod)
    {
        var spec = (await sandbox.Create(pod)).Body["spec"]!;
        var containers = new[] { "containers", "initContainers" }.SelectMany(member => spec[member] as JsonArray ?? []);
        return [.. new[] { spec["volumes"] }.Concat(containers.Select(container => container!["volumeMounts"])).SelectMany(list => list as JsonArray ?? []).Select(item => (string)item!["name"]!)];
    }

    private static JsonObject Pod(string spec) => Workloads.With("Pod", JsonNode.Parse(spec)!);

    private async Task<RuleSandbox> Begin(string file, JsonObject pod, Func<JsonNode, bool> changed)
    {
        var yaml = await File.ReadAllTextAsync(Repository.Path("config", "rules", "mutating", file + ".yaml"), TestContext.Current.CancellationToken);
        return await RuleSandbox.Begin(await kinds.Get(), yaml, async sandbox => changed((await sandbox.Create(pod)).Body));
    }

    private static async Task<JsonNode> Created(RuleSandbox sandbox, JsonNode pod)
    {
        var answer = await sandbox.Create(pod);
        Assert.True(answer.Accepted, answer.Message);
        return answer.Body;
    }

    private static async Task<string?> Made(RuleSandbox sandbox, JsonNode pod, string parent, string member) => (await Created(sandbox, pod))[parent]![member]?.ToJsonString();

    private static async Task<IEnumerable<string?>> Contexts(RuleSandbox sandbox, JsonNode pod) =>
        (await Created(sandbox, pod))["spec"]!["containers"]!.AsArray().Select(container => container!["securityContext"]?.ToJsonString());
}
