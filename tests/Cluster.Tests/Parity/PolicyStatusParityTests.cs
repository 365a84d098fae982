using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Daytwo.Cluster.Tests.Crds;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Embedded;
using Daytwo.Kubernetes.Transport;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>What a policy's status says of types is what a real controller-manager writes there.</summary>
public sealed partial class PolicyStatusParityTests
{
    private const string Path = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies";
    private static readonly Caller Administrator = Caller.Administrator("policies-tests");

    private static readonly string Definition = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"types.parity.dev"},
         "spec":{"group":"parity.dev","names":{"kind":"Type","plural":"types","singular":"type"},"scope":"Namespaced","versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{
          "spec":{"type":"object","properties":{
           "size":{"type":"integer"},"odd-name":{"type":"object","properties":{"x":{"type":"string"}}},"namespace":{"type":"string"},
           "when":{"type":"string","format":"date-time"},"took":{"type":"string","format":"duration"},"bytes":{"type":"string","format":"byte"},
           "either":{"x-kubernetes-int-or-string":true},"any":{"type":"object","x-kubernetes-preserve-unknown-fields":true},"loose":{"x-kubernetes-preserve-unknown-fields":true},
           "inner":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true},
           "tags":{"type":"object","additionalProperties":{"type":"array","items":{"type":"number"}}}}}}}}}]}}
        """;

    /// <summary>Kinds, then what is said of them: a validation, perhaps a message expression, perhaps more of the spec.</summary>
    private static readonly (string Kinds, string Expression, string Message, string More)[] Cases =
    [
        ("apps deployments", "object.spec.replicas < 3", "", ""),
        ("apps deployments", "object.foo == 'bar'", "", ""),
        ("apps deployments", "object.spec.replicas == '1' || object.spec.nothing == 2", "", ""),
        ("apps deployments", "object.spec == 'x' || object.spec.template.spec.containers == 1 || object.metadata.labels == 2", "", ""),
        ("apps,'' deployments,pods", "object.spec.replicas == 1", "string(object.spec.replicas + 1)", ""),
        ("apps,'' deployments,pods", "object.none == oldObject.none", "'a' + object.spec.none", ""),
        ("'' events", "object.none == 1", "", ""),
        ("'' pod,Secrets", "object.none == 1", "", ""),
        ("'' pods", "object.spec.containers.all(c, c.resources.limits['cpu'] == '1')", "", ""),
        ("'' pods", "object.spec.containers[0].ports[0].containerPort == '1' || object.spec.volumes[0].emptyDir.sizeLimit == '1'", "", ""),
        ("'' services", "object.spec.ports[0].targetPort == 1 || object.spec.ports[0].targetPort == 'x' || object.spec.ports[0].port == 'x'", "", ""),
        ("'' pods", "object.metadata.creationTimestamp < timestamp('2020-01-01T00:00:00Z') && object.metadata.creationTimestamp == 'x'", "", ""),
        ("'' pods", "object.metadata.annotations['a'] == 1 || object.metadata.finalizers == ['a'] || object.metadata.generation == 'x'", "", ""),
        ("'' pods", "has(object.spec.none) || has(object.none.more)", "", ""),
        ("'' pods", "request.options.anything == 1 && request.name == object.metadata.labels && namespaceObject.metadata.labels == object.metadata.name", "", ""),
        ("'' pods", "authorizer.group('').resource('pods').check('get').allowed() && authorizer.requestResource.check('get').allowed() && object.none == 1", "", ""),
        ("'' pods", "object.spec.nodeName == params.data.a && params.data == 1 && params.none == 1", "", """ "paramKind":{"apiVersion":"v1","kind":"ConfigMap"},"""),
        ("'' configmaps", "object.data.a == params.data.b && object.data == params.data && object == params && object == 1 && object.spec == 1", "", """ "paramKind":{"apiVersion":"v1","kind":"ConfigMap"},"""),
        ("'' pods", "object.spec.none == params.data.a", "", """ "paramKind":{"apiVersion":"none.dev/v1","kind":"None"},"""),
        ("'' pods", "variables.name == 1 && variables.spec == 1 && variables.bad == 1 && variables.all[0] == 1 && variables.labels == 1", "",
            """ "variables":[{"name":"name","expression":"object.metadata.name"},{"name":"spec","expression":"object.spec"},{"name":"bad","expression":"object.none"},{"name":"all","expression":"object.spec.containers"},{"name":"labels","expression":"object.metadata.labels"}],"""),
        ("'' pods", "object.spec.hostname.matches(object.spec.hostPID) && object.spec.containers.map(c, c.name).join() == object.spec.hostPID", "", ""),
        ("apiextensions.k8s.io customresourcedefinitions", "object.spec.versions[0].schema.openAPIV3Schema.properties['a'].type == 'x' && object.spec.versions[0].schema.openAPIV3Schema.none == 1", "", ""),
        ("parity.dev types", "object.spec.size == 'x' || object.spec.odd__dash__name == 1 || object.spec.odd__dash__name.x == 1 || object.spec.namespace == 1 || object.spec.__namespace__ == 1", "", ""),
        ("parity.dev types", "object.spec.when == 1 || object.spec.took == 1 || object.spec.bytes == 1 || object.spec.either == 1 || object.spec.tags == 1 || object.spec.tags['a'][0] == 'x'", "", ""),
        ("parity.dev types", "object.spec.any.x == 1 || object.spec.loose == 1 || object.spec.inner.kind == 1 || object.spec.inner.metadata.labels == 1 || object.spec.inner.x == 1 || object.metadata.labels == 1 || object.status == 1", "", ""),
        ("* pods", "object.none == 1", "", ""),
        ("'' *", "object.none == 1", "", ""),
        ("'' pods/status,none", "object.none == 1", "", ""),
        ("'',apps,batch configmaps,cronjobs,daemonsets,deployments,endpoints,events,jobs,limitranges,namespaces,nodes,pods,secrets,services", "object.none == 1", "", ""),
        ("'' pods", "object.spec.containers.exists(c, c.image == 1)\n&& object.metadata.name\n  == 2", "'many' +\n object.none", ""),
    ];

    [Fact]
    public async Task Status_of_policies_is_what_the_controller_manager_writes()
    {
        var ct = TestContext.Current.CancellationToken;
        var programs = new[] { "etcd", "kube-apiserver", "kube-controller-manager" }.Select(name => Programs.Require(name)).ToArray();
        using var folder = new ScratchFolder();
        await using var etcd = await EtcdCluster.Start(programs[0], folder.Path, 1, TimeProvider.System, ct);
        await using var api = await ApiServer.Start(programs[1], etcd, folder.Path, TimeProvider.System, ct);
        var kubectl = new Kubectl(api);
        var installation = new Installation(api, kubectl, InstalledKinds.Client(api));
        using var embedded = new EmbeddedApi(new EmbeddedApiOptions { ServiceAccounts = false });
        await Both(installation, embedded, HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", JsonNode.Parse(Definition)!);
        await kubectl.Succeeds("wait", "--for=condition=Established", "crd/types.parity.dev", "--timeout=60s");
        foreach (var (number, _) in Cases.Index())
        {
            await Both(installation, embedded, HttpMethod.Post, Path, Policy(number));
        }

        await using var manager = await ControlLoop.StartControllerManager(programs[2], api, folder.Path, TimeProvider.System, ct);
        var differences = new StringBuilder();
        await Compare(installation, embedded, 1, differences);
        foreach (var (number, _) in Cases.Index())
        {
            await Both(installation, embedded, HttpMethod.Patch, $"{Path}/case{number}", JsonNode.Parse("""{"spec":{"validations":[{"expression":"true"}]}}""")!);
        }

        await Compare(installation, embedded, 2, differences);

        Assert.True(differences.Length == 0, differences.ToString());
    }

    private static async Task Compare(Installation installation, EmbeddedApi embedded, int generation, StringBuilder differences)
    {
        foreach (var (number, item) in Cases.Index())
        {
            var path = $"{Path}/case{number}";
            var real = await Eventually.Get(
                () => installation.Send(HttpMethod.Get, path, null, ""), answer => (int?)answer.Body["status"]?["observedGeneration"] == generation, answer => answer.Body.ToJsonString());
            var (expected, told) = (Told(real.Body), Told(Ask(embedded, HttpMethod.Get, path, null)));
            if (expected != told)
            {
                differences.AppendLine().AppendLine($"{number}, generation {generation}: {item.Kinds}: {item.Expression}").AppendLine(LineDifference.Between(expected, told));
            }
        }
    }

    private static JsonNode Policy(int number)
    {
        var (kinds, expression, message, more) = Cases[number];
        var words = kinds.Replace("''", "", StringComparison.Ordinal).Split(' ');
        var validation = new JsonObject { ["expression"] = expression, ["message"] = "m" };
        if (message.Length > 0)
        {
            validation["messageExpression"] = message;
        }

        return JsonNode.Parse($$$"""
            {"apiVersion":"admissionregistration.k8s.io/v1","kind":"ValidatingAdmissionPolicy","metadata":{"name":"case{{{number}}}"},"spec":{{{{more}}}
             "matchConstraints":{"resourceRules":[{"apiGroups":{{{Quoted(words[0])}}},"apiVersions":["v1"],"operations":["CREATE"],"resources":{{{Quoted(words[1])}}}}]},
             "validations":[{{{validation.ToJsonString()}}}]}}
            """)!;
    }

    private static string Quoted(string words) => new JsonArray([.. words.Split(',').Select(w => (JsonNode)w)]).ToJsonString();

    /// <summary>The status and who wrote it. The numbers behind the names of types are others in each run.</summary>
    private static string Told(JsonNode policy)
    {
        var written = policy["metadata"]!["managedFields"]!.AsArray().Where(e => (string?)e!["subresource"] == "status").Select(e => $"{e!["manager"]} {e["operation"]} {e["fieldsV1"]!.ToJsonString()}");
        var status = policy["status"]!.AsObject();
        var fields = status.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value is JsonValue ? $"{p.Key} {p.Value}" : $"{p.Key} {p.Value?.GetValueKind()}");
        var warnings = status["typeChecking"]?["expressionWarnings"]?.AsArray().Select(w => $"{w!["fieldRef"]}:\n{w["warning"]}") ?? [];
        return TypeNumbers().Replace($"{string.Join('\n', written)}\n{string.Join(", ", fields)}\n{string.Join('\n', warnings)}", "$1N");
    }

    private static async Task Both(Installation installation, EmbeddedApi embedded, HttpMethod method, string path, JsonNode body)
    {
        var real = await installation.Send(method, path, body, method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json");
        Assert.True(real.Accepted, $"{path} {body.ToJsonString()}: {real.Body["message"]}");
        Assert.NotEqual("Status", (string?)Ask(embedded, method, path, body)["kind"]);
    }

    private static JsonNode Ask(EmbeddedApi api, HttpMethod method, string path, JsonNode? body)
    {
        var request = new ApiRequest(method, path) { Body = body is null ? default : Encoding.UTF8.GetBytes(body.ToJsonString()), ContentType = body is null ? null : method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json", Accept = "application/json" };
        using var reader = new StreamReader(api.Handle(request, Administrator).Body);
        return JsonNode.Parse(reader.ReadToEnd())!;
    }

    [GeneratedRegex(@"\b((?:Deployment|Pod|Event|Secret|Service|ConfigMap|CustomResourceDefinition|Type))\d+")]
    private static partial Regex TypeNumbers();
}
