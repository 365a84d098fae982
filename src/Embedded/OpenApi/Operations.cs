using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.OpenApi;

/// <summary>
/// Operations on a kind. Clients read the kind's name off them and learn from the parameters of a patch that the
/// server checks unknown fields and dry runs itself.
/// </summary>
internal static class Operations
{
    private const string Json = "application/json";

    public static JsonObject List(KindDefinition kind) =>
        Operation(kind, "list", Definitions.NameOf(kind) + "List", "limit", "continue", "labelSelector", "fieldSelector", "resourceVersion", "watch");

    public static JsonObject Get(KindDefinition kind) => Operation(kind, "get", Definitions.NameOf(kind), "resourceVersion");

    /// <param name="action">post or put.</param>
    public static JsonObject Write(KindDefinition kind, string action)
    {
        var operation = Operation(kind, action, Definitions.NameOf(kind), "dryRun", "fieldManager", "fieldValidation");
        operation["requestBody"] = Body(Json, Definitions.NameOf(kind));
        return operation;
    }

    public static JsonObject Patch(KindDefinition kind)
    {
        var operation = Operation(kind, "patch", Definitions.NameOf(kind), "dryRun", "fieldManager", "fieldValidation", "force");
        var content = new JsonObject();
        foreach (var type in (string[])["application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json"])
        {
            content[type] = Schema("io.k8s.apimachinery.pkg.apis.meta.v1.Patch");
        }

        if (kind.Custom is null)
        {
            content["application/strategic-merge-patch+json"] = Schema("io.k8s.apimachinery.pkg.apis.meta.v1.Patch");
        }

        operation["requestBody"] = new JsonObject { ["content"] = content, ["required"] = true };
        return operation;
    }

    /// <param name="action">delete or deletecollection.</param>
    public static JsonObject Delete(KindDefinition kind, string action)
    {
        var operation = Operation(kind, action, "io.k8s.apimachinery.pkg.apis.meta.v1.Status", "dryRun", "gracePeriodSeconds", "propagationPolicy");
        operation["requestBody"] = Body(Json, "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions");
        return operation;
    }

    private static JsonObject Operation(KindDefinition kind, string action, string answer, params string[] query) => new()
    {
        ["description"] = $"{action} {kind.Kind}",
        ["parameters"] = new JsonArray([.. query.Select(Parameter)]),
        ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK", ["content"] = new JsonObject { [Json] = Schema(answer) } } },
        ["x-kubernetes-action"] = action,
        ["x-kubernetes-group-version-kind"] = Definitions.Name(kind.Group, kind.Version, kind.Kind),
    };

    private static JsonNode Parameter(string name) => new JsonObject
    {
        ["name"] = name,
        ["in"] = "query",
        ["schema"] = new JsonObject
        {
            ["type"] = name switch
            {
                "limit" or "gracePeriodSeconds" => "integer",
                "watch" or "force" => "boolean",
                _ => "string",
            },
            ["uniqueItems"] = true,
        },
    };

    private static JsonObject Body(string type, string definition) =>
        new() { ["content"] = new JsonObject { [type] = Schema(definition) }, ["required"] = true };

    private static JsonObject Schema(string definition) => new() { ["schema"] = PublishedSchema.Reference(definition) };
}
