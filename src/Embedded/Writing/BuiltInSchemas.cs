using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.OpenApi;
using Daytwo.Embedded.Patches;
using Daytwo.Embedded.Schema;
using Daytwo.Kubernetes.Patches;

namespace Daytwo.Embedded.Writing;

/// <summary>What the built-in kinds' schemas are needed for.</summary>
internal static class BuiltInSchemas
{
    /// <summary>Merges by the keys the kind's schema names; without a schema objects merge and lists are replaced.</summary>
    public static PatchResult StrategicMerge(KindDefinition kind, JsonObject current, JsonNode? patch) =>
        SchemaOf(kind) is { } schema ? StrategicMergePatch.Apply(current, patch, schema) : PatchResult.Ok(MergePatch.Apply(current, patch));

    /// <summary>Removes fields the kind does not have and tells their paths.</summary>
    public static IReadOnlyList<string> Prune(KindDefinition kind, JsonObject value) =>
        SchemaOf(kind) is { } schema ? Pruning.Prune(value, schema) : [];

    /// <summary>A value of a type the kind does not have there; null when all fit.</summary>
    public static TypedMismatch? Mismatch(KindDefinition kind, JsonObject value) =>
        kind.Custom is null && SchemaOf(kind) is { } schema ? TypedDecoding.Check(value, schema) : null;

    private static StructuralSchema? SchemaOf(KindDefinition kind) => BuiltInDefinitions.Instance.Schema(kind.Group, kind.Version, kind.Kind);
}
