using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Patches;

namespace Daytwo.Embedded.Writing;

/// <summary>Ownership that records nothing: an apply merges, and no field ever conflicts.</summary>
internal sealed class UnrecordedOwnership : IFieldOwnership
{
    public void Update(KindDefinition kind, JsonObject? before, JsonObject after, FieldWriter writer)
    {
    }

    public Answer<JsonObject> Apply(KindDefinition kind, JsonObject? live, JsonObject applied, FieldWriter writer, bool force) =>
        live is null ? (JsonObject)applied.DeepClone() : (JsonObject)MergePatch.Apply(live, applied)!;
}
