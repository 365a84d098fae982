using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.OpenApi;

/// <summary>
/// A CRD's schema as the API publishes it: apiVersion, kind and metadata are filled in at the root and in embedded
/// objects, with references to the definitions all kinds share.
/// </summary>
internal static class PublishedSchema
{
    private const string Conventions = "https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md";

    private const string ApiVersionText =
        "APIVersion defines the versioned schema of this representation of an object. Servers should convert recognized schemas to the latest internal value, and may reject unrecognized values. More info: "
        + Conventions + "#resources";

    private const string KindText =
        "Kind is a string value representing the REST resource this object represents. Servers may infer this from the endpoint the client submits requests to. Cannot be updated. In CamelCase. More info: "
        + Conventions + "#types-kinds";

    private const string EmbeddedApiVersionText =
        "apiVersion defines the versioned schema of this representation of an object. More info: " + Conventions + "#resources";

    private const string EmbeddedKindText =
        "kind is a string value representing the type of this object. In CamelCase. More info: " + Conventions + "#types-kinds";

    /// <summary>A new schema; the one handed in is not changed.</summary>
    public static JsonObject Of(JsonObject openApiV3Schema)
    {
        var schema = (JsonObject)openApiV3Schema.DeepClone();
        Visit(schema);
        AddMeta(schema, ApiVersionText, KindText);
        return schema;
    }

    /// <summary>What a kind's objects look like, with all that the schema refers to; null when nothing is known of them.</summary>
    public static StructuralSchema? Of(KindDefinition kind) => kind.Custom is { } custom
        ? new SchemaReader(BuiltInDefinitions.Instance.Json).Read(Of(custom.Schema.Schema.Source))
        : BuiltInDefinitions.Instance.Schema(kind.Group, kind.Version, kind.Kind);

    /// <summary>The schema of a list of a kind.</summary>
    public static JsonObject List(string kind, string plural, string definition, JsonArray groupVersionKind)
    {
        var list = new JsonObject
        {
            ["description"] = $"{kind}List is a list of {kind}",
            ["type"] = "object",
            ["required"] = new JsonArray("items"),
            ["properties"] = new JsonObject
            {
                ["items"] = new JsonObject
                {
                    ["description"] = $"List of {plural}. More info: {Conventions}",
                    ["type"] = "array",
                    ["items"] = Reference(definition),
                },
            },
            ["x-kubernetes-group-version-kind"] = groupVersionKind,
        };
        AddMeta(list, ApiVersionText, KindText);
        list["properties"]!["metadata"] = Described(
            $"Standard list metadata. More info: {Conventions}#types-kinds", "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta");
        return list;
    }

    public static JsonObject Reference(string definition) => new() { ["$ref"] = "#/components/schemas/" + definition };

    private static void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                if (map["x-kubernetes-embedded-resource"] is JsonValue flag && flag.GetValueKind() == System.Text.Json.JsonValueKind.True)
                {
                    AddMeta(map, EmbeddedApiVersionText, EmbeddedKindText);
                    RequireTypeMeta(map);
                }

                foreach (var (_, value) in map)
                {
                    Visit(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Visit(item);
                }

                break;
        }
    }

    private static void AddMeta(JsonObject schema, string apiVersion, string kind)
    {
        if (schema["properties"] is not JsonObject properties)
        {
            schema["properties"] = properties = [];
        }

        properties["apiVersion"] = new JsonObject { ["description"] = apiVersion, ["type"] = "string" };
        properties["kind"] = new JsonObject { ["description"] = kind, ["type"] = "string" };
        properties["metadata"] = Described($"Standard object's metadata. More info: {Conventions}#metadata", BuiltInDefinitions.ObjectMeta);
    }

    private static void RequireTypeMeta(JsonObject schema)
    {
        if (schema["required"] is not JsonArray required)
        {
            schema["required"] = required = [];
        }

        foreach (var name in (string[])["kind", "apiVersion"])
        {
            if (!required.Any(r => (string?)r == name))
            {
                required.Add((JsonNode)name);
            }
        }
    }

    private static JsonObject Described(string text, string definition) =>
        new() { ["description"] = text, ["allOf"] = new JsonArray(Reference(definition)) };
}
