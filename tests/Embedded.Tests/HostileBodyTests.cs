using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Embedded.Tests;

public sealed class HostileBodyTests : IDisposable
{
    private static readonly string[] Paths =
    [
        "/api/v1/namespaces/default/configmaps", "/api/v1/namespaces/default/secrets", "/api/v1/namespaces/default/services", "/api/v1/namespaces/default/pods",
        "/api/v1/namespaces", "/api/v1/namespaces/default/events", "/apis/events.k8s.io/v1/namespaces/default/events", "/apis/batch/v1/namespaces/default/jobs",
        "/apis/apps/v1/namespaces/default/deployments", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
    ];

    private static readonly string[] Keys =
    [
        "metadata", "name", "labels", "annotations", "ownerReferences", "finalizers", "spec", "status", "template", "containers", "ports", "data", "stringData",
        "names", "kind", "versions", "schema", "openAPIV3Schema", "selector", "subjects", "type", "x",
    ];

    private readonly EmbeddedApi api = new();
    private readonly ApiClient client;

    public HostileBodyTests() => client = new ApiClient(api);

    public void Dispose() => api.Dispose();

    [Fact]
    public void Body_of_any_shape_is_answered()
    {
        var cases = from path in Gen.Elements(Paths) from method in Gen.Elements("POST", "PATCH", "PUT", "DELETE") from body in Body(4) select (path, method, body);
        Prop.ForAll(cases.ToArbitrary(), c => Answered(c.path, c.method, c.body)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private bool Answered(string path, string method, JsonNode? body)
    {
        if (body is JsonObject { Count: > 0 } whole && whole["metadata"] is null)
        {
            whole["metadata"] = new JsonObject { ["name"] = "a" };
        }

        var target = method == "POST" ? path : path + "/a";
        var (code, _) = client.Send(method, target, body?.ToJsonString() ?? "null", method == "PATCH" ? "application/merge-patch+json" : null);
        var (listed, _) = client.Send("GET", path, accept: "application/json;as=Table;v=v1;g=meta.k8s.io");
        return code is >= 200 and < 500 && listed == 200;
    }

    private static Gen<JsonNode?> Body(int depth)
    {
        var scalar = Gen.Elements("1", "\"a\"", "true", "null", "[]", "{}", "-1.5", "\"\"").Select(t => JsonNode.Parse(t));
        if (depth == 0)
        {
            return scalar;
        }

        var map = Gen.Elements(Keys).Zip(Body(depth - 1)).ArrayOf()
            .Select(fields => (JsonNode?)new JsonObject(fields.DistinctBy(f => f.Item1).Select(f => KeyValuePair.Create(f.Item1, f.Item2?.DeepClone()))));
        var list = Body(depth - 1).ArrayOf().Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())]));
        return Gen.Frequency((1, scalar), (6, map), (2, list));
    }
}
