using System.Text.Json.Nodes;
using Daytwo.Embedded.CustomResources;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours;

/// <summary>CustomResourceDefinitions: names follow from the kind, the status starts empty, the schema must be sound.</summary>
internal sealed class DefinitionBehaviour : IKindBehaviour
{
    public void Complete(JsonObject value)
    {
        if (value["spec"] is JsonObject spec && spec["names"] is JsonObject names && names.Text("kind") is { Length: > 0 } kind)
        {
            names["singular"] ??= kind.ToLowerInvariant();
            names["listKind"] ??= kind + "List";
        }
    }

    public void Prepare(JsonObject value, JsonObject? existing)
    {
        if (existing is null)
        {
            value["status"] = new JsonObject
            {
                ["conditions"] = null,
                ["acceptedNames"] = new JsonObject { ["plural"] = "", ["kind"] = "" },
                ["storedVersions"] = new JsonArray([.. StorageVersions(value)]),
            };
        }
    }

    public IEnumerable<FieldError> Check(JsonObject value, JsonObject? existing) => DefinitionValidation.Check(value, existing);

    private static IEnumerable<JsonNode> StorageVersions(JsonObject definition) =>
        definition.Child("spec").Items("versions").Where(v => v.Flag("storage")).Select(v => (JsonNode)v.Text("name"));
}
