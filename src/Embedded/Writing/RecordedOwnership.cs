using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Apply;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Writing;

/// <summary>Ownership of fields as server-side apply defines it.</summary>
/// <param name="kinds">Where the other versions of a custom kind are found.</param>
internal sealed class RecordedOwnership(KindRegistry kinds) : IFieldOwnership
{
    private static readonly FieldSet Nothing = FieldSet.Of();
    private static readonly FieldSet BuiltInStatusReset = FieldSet.Of("spec");
    private readonly ConditionalWeakTable<KindDefinition, FieldType> types = [];

    public void Update(KindDefinition kind, JsonObject? before, JsonObject after, FieldWriter writer)
    {
        var updated = Manager(kind, writer).Update(before, after, writer.Manager, writer.Time, kind.Blank);
        var entries = updated.Metadata()["managedFields"] as JsonArray;
        if (entries is null)
        {
            after.Metadata().Remove("managedFields");
        }
        else
        {
            after.Metadata()["managedFields"] = writer.Subresource == "scale" ? Untimed(entries) : entries.DeepClone();
        }
    }

    public Answer<JsonObject> Apply(KindDefinition kind, JsonObject? live, JsonObject applied, FieldWriter writer, bool force) =>
        Manager(kind, writer).Apply(live, applied, writer.Manager, force, writer.Time) switch
        {
            ApplyOutcome.Applied done => done.Object,
            ApplyOutcome.Conflicted conflicted => Conflict(conflicted),
            ApplyOutcome.Refused { Code: 400 } refused => Refusals.BadRequest(refused.Message),
            ApplyOutcome.Refused refused => new Fault(refused.Code, "", refused.Message),
            _ => throw new InvalidOperationException("An apply came to nothing known."),
        };

    /// <summary>The type of a kind's objects; null when its definition is gone.</summary>
    public FieldType? TypeOf(KindDefinition kind) => Type(kind, kind.ApiVersion);

    private FieldOwnership Manager(KindDefinition kind, FieldWriter writer) =>
        new(version => Type(kind, version), kind.ApiVersion, kind.Kind, writer.Subresource, Reset(kind, writer.Subresource), kind.Custom is not null);

    private FieldType? Type(KindDefinition kind, string apiVersion)
    {
        var version = apiVersion == kind.ApiVersion ? kind : kinds.FindKind(apiVersion, kind.Kind);
        return version is null ? null : types.GetValue(version, static k => k.Custom is { } custom
            ? KindTypes.CustomResource(custom.Schema.Schema) : KindTypes.BuiltIn(k.Group, k.Version, k.Kind));
    }

    private static FieldSet Reset(KindDefinition kind, string subresource) => subresource switch
    {
        "status" when kind.Custom is not null => ResetFields.Status,
        "status" => BuiltInStatusReset,
        "" when kind.HasStatus => ResetFields.Main,
        _ => Nothing,
    };

    /// <summary>The entries with those of the scale subresource first among the updates and without a time, as the real API keeps them.</summary>
    private static JsonArray Untimed(JsonArray entries)
    {
        var copies = entries.Select(e => (JsonObject)e!.DeepClone()).ToList();
        foreach (var entry in copies.Where(e => e.Text("subresource") == "scale"))
        {
            entry.Remove("time");
        }

        return new JsonArray([.. copies.OrderBy(e => e.Text("operation") == "Apply" ? 0 : e.Text("time").Length == 0 ? 1 : 2)]);
    }

    private static Fault Conflict(ApplyOutcome.Conflicted conflicted) => new(409, "Conflict", conflicted.Message)
    {
        Details = new() { Causes = [.. conflicted.Conflicts.Select(c => new FaultCause("FieldManagerConflict", $"conflict with {c.Manager}", c.Path))] },
    };
}
