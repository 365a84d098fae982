using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Patches;

namespace Daytwo.Embedded.Writing;

/// <summary>What the built-in kinds' schemas are needed for.</summary>
internal static class BuiltInSchemas
{
    public static PatchResult StrategicMerge(KindDefinition kind, JsonObject current, JsonNode? patch) => PatchResult.Ok(MergePatch.Apply(current, patch));
}
