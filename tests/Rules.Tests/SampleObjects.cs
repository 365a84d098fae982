using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;
using Daytwo.Crds.Admission;

namespace Daytwo.Rules.Tests;

/// <summary>Objects that set about everything rules look at, and the same with one thing missing each.</summary>
internal static class SampleObjects
{
    private const string PodSpec = """
        {"hostNetwork":true,"hostPID":false,"hostIPC":true,"securityContext":{"runAsNonRoot":true,"runAsUser":0,"seccompProfile":{"type":"Unconfined"}},
         "volumes":[{"name":"v","hostPath":{"path":"/"}},{"name":"w","emptyDir":{}}],
         "containers":[{"name":"c","image":"a:latest","ports":[{"containerPort":80,"hostPort":80}],"livenessProbe":{},
            "resources":{"requests":{"cpu":"1"},"limits":{"memory":"1"}},
            "securityContext":{"privileged":true,"allowPrivilegeEscalation":true,"readOnlyRootFilesystem":false,"runAsNonRoot":false,"runAsUser":0,
               "capabilities":{"add":["NET_ADMIN"],"drop":["NET_RAW"]},"seccompProfile":{"type":"Unconfined"}}}],
         "initContainers":[{"name":"i","image":"b","securityContext":{"capabilities":{"drop":["ALL"]}}}],
         "ephemeralContainers":[{"name":"e","image":"c@sha256:0"}]}
        """;

    private const string Template = "\"spec\":{\"template\":{\"spec\":" + PodSpec + "}}";

    private const string Metadata = """{"name":"a","namespace":"default","labels":{"app.kubernetes.io/name":"a"},"ownerReferences":[{"kind":"Job","controller":false}]}""";

    private static readonly Dictionary<string, (string Group, string Kind, string Content)> Kinds = new()
    {
        ["pods"] = ("", "Pod", "\"spec\":" + PodSpec),
        ["podtemplates"] = ("", "PodTemplate", "\"template\":{\"spec\":" + PodSpec + "}"),
        ["replicationcontrollers"] = ("", "ReplicationController", Template),
        ["deployments"] = ("apps", "Deployment", Template),
        ["daemonsets"] = ("apps", "DaemonSet", Template),
        ["replicasets"] = ("apps", "ReplicaSet", Template),
        ["statefulsets"] = ("apps", "StatefulSet", Template),
        ["jobs"] = ("batch", "Job", Template),
        ["cronjobs"] = ("batch", "CronJob", "\"spec\":{\"jobTemplate\":{" + Template + "}}"),
        ["services"] = ("", "Service", """ "spec":{"type":"NodePort","externalIPs":["192.0.2.1"],"ports":[{"port":80}]} """),
        ["ingresses"] = ("networking.k8s.io", "Ingress", """ "spec":{"defaultBackend":{"service":{"name":"s"}},"rules":[{"host":"*.a","http":{}},{"http":{}}]} """),
    };

    public static IAdmissionCluster Cluster { get; } = new DefaultNamespace();

    /// <summary>Objects of every resource the match names; none for subresources.</summary>
    public static IEnumerable<JsonObject> Of(RuleMatch match) =>
        from resource in match.ResourceRules.SelectMany(rule => rule.Resources).Distinct()
        where Kinds.ContainsKey(resource)
        let known = Kinds[resource]
        let apiVersion = known.Group.Length == 0 ? "v1" : known.Group + "/v1"
        select JsonNode.Parse($"{{\"apiVersion\":\"{apiVersion}\",\"kind\":\"{known.Kind}\",\"metadata\":{Metadata},{known.Content}}}")!.AsObject();

    /// <summary>The object itself, and with each member and each item of each list left out in turn. What the API always sets stays.</summary>
    public static IEnumerable<(string What, JsonObject Value)> WithSomethingMissing(JsonObject whole)
    {
        yield return ("whole", whole);
        foreach (var path in Paths(whole, []).Where(path => path is not (["apiVersion"] or ["kind"] or ["metadata"] or ["metadata", "name"])))
        {
            var copy = whole.DeepClone().AsObject();
            var parent = path.SkipLast(1).Aggregate((JsonNode)copy, (node, step) => step is int index ? node[index]! : node[(string)step]!);
            if (path[^1] is int at)
            {
                parent.AsArray().RemoveAt(at);
            }
            else
            {
                parent.AsObject().Remove((string)path[^1]);
            }

            yield return ($"{whole["kind"]} without {string.Join('.', path)}", copy);
        }
    }

    public static AdmissionRequest Creation(JsonObject value)
    {
        var (resource, known) = Kinds.Single(entry => entry.Value.Kind == (string?)value["kind"]);
        return new AdmissionRequest
        {
            Kind = new GroupVersionKind(known.Group, "v1", known.Kind),
            Resource = new GroupVersionResource(known.Group, "v1", resource),
            Namespace = "default",
            Operation = Admission.Requests.AdmissionOperation.Create,
            Object = JsonInput.Read(Encoding.UTF8.GetBytes(value.ToJsonString())),
        };
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] above) => node switch
    {
        JsonObject map => map.SelectMany(member => Paths(member.Value, [.. above, member.Key]).Prepend([.. above, member.Key])),
        JsonArray list => list.Index().SelectMany(item => Paths(item.Item, [.. above, item.Index]).Prepend([.. above, item.Index])),
        _ => [],
    };

    /// <summary>A cluster with one namespace.</summary>
    private sealed class DefaultNamespace : IAdmissionCluster
    {
        private static readonly CelValue Namespace =
            JsonInput.Read("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"default","labels":{"kubernetes.io/metadata.name":"default"}}}"""u8.ToArray());

        public bool TryGetNamespace(string name, out CelValue value)
        {
            value = Namespace;
            return name == "default";
        }

        public bool TryGetScope(ParamKind kind, out bool namespaced)
        {
            namespaced = true;
            return false;
        }

        public bool TryGetParam(ParamKind kind, string ns, string name, out CelValue value)
        {
            value = default;
            return false;
        }

        public IEnumerable<CelValue> ListParams(ParamKind kind, string ns) => [];
    }
}
