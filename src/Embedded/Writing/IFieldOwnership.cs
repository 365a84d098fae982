using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Writing;

/// <summary>Keeps <c>metadata.managedFields</c> and merges server-side applies.</summary>
internal interface IFieldOwnership
{
    /// <summary>Records in <paramref name="after"/> that a writer made it of <paramref name="before"/> (null when it is new).</summary>
    void Update(KindDefinition kind, JsonObject? before, JsonObject after, FieldWriter writer);

    /// <summary>Merges an applied configuration into the live object (null when there is none).</summary>
    /// <returns>The new object with its managed fields, or the conflicts with other managers.</returns>
    Answer<JsonObject> Apply(KindDefinition kind, JsonObject? live, JsonObject applied, FieldWriter writer, bool force);
}
