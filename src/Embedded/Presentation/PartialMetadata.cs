using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Presentation;

/// <summary>Objects reduced to their metadata.</summary>
internal static class PartialMetadata
{
    public static JsonObject Of(JsonObject value) => new()
    {
        ["kind"] = "PartialObjectMetadata",
        ["apiVersion"] = "meta.k8s.io/v1",
        ["metadata"] = value["metadata"]?.DeepClone(),
    };

    public static JsonObject List(IEnumerable<JsonObject> values, JsonObject metadata) => new()
    {
        ["kind"] = "PartialObjectMetadataList",
        ["apiVersion"] = "meta.k8s.io/v1",
        ["metadata"] = metadata,
        ["items"] = new JsonArray([.. values.Select(Of)]),
    };
}
