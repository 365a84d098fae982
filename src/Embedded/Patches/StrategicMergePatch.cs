using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;
using Daytwo.Kubernetes.Patches;

namespace Daytwo.Embedded.Patches;

/// <summary>
/// Strategic merge patch: objects merge, lists merge by the key their schema names or are replaced, and the patch may
/// carry directives (<c>$patch</c>, <c>$retainKeys</c>, <c>$deleteFromPrimitiveList/…</c>, <c>$setElementOrder/…</c>).
/// For built-in kinds only: custom resources have no merge keys.
/// </summary>
internal sealed class StrategicMergePatch
{
    private readonly StrategicFailure failure = new();

    /// <summary>A new object; neither argument is changed.</summary>
    /// <param name="schema">The schema of the object's kind.</param>
    public static PatchResult Apply(JsonObject target, JsonNode? patch, StructuralSchema schema)
    {
        if (patch is not JsonObject changes)
        {
            return PatchResult.Fail(PatchFailure.BadRequest(NoObject(patch)));
        }

        var merge = new StrategicMergePatch();
        var result = merge.MergeMap((JsonObject)target.DeepClone(), (JsonObject)changes.DeepClone(), schema);
        return merge.failure.Value is { } failed ? PatchResult.Fail(failed) : PatchResult.Ok(result);
    }

    /// <summary>Merges into the original and takes from the patch; both belong to this run.</summary>
    internal JsonObject MergeMap(JsonObject original, JsonObject patch, StructuralSchema? schema)
    {
        if (patch.TryGetPropertyValue(Directive.Marker, out var directive))
        {
            return WholeMap(directive, patch);
        }

        RetainKeys(original, patch);
        OrderedLists(original, patch, schema);
        foreach (var (name, value) in patch.ToArray())
        {
            patch.Remove(name);
            if (name.StartsWith(Directive.DeleteFromList, StringComparison.Ordinal))
            {
                DeleteFromList(original, name[Directive.DeleteFromList.Length..], value);
            }
            else
            {
                MergeField(original, name, value, schema?.Field(name));
            }
        }

        return original;
    }

    private JsonObject WholeMap(JsonNode? directive, JsonObject patch)
    {
        switch (directive.TextOrNull())
        {
            case Directive.Replace:
                patch.Remove(Directive.Marker);
                return patch;
            case Directive.Delete:
                return [];
            default:
                failure.Internal($"unknown patch type: {directive.TextOrNull()} in map: {GoText.Plain(patch)}");
                return patch;
        }
    }

    /// <summary>Drops every key that is not to be retained; the patch may set none besides those.</summary>
    private void RetainKeys(JsonObject original, JsonObject patch)
    {
        if (!patch.Remove(Directive.RetainKeys, out var value))
        {
            return;
        }

        var retained = (value as JsonArray)?.Select(k => k.TextOrNull()).ToHashSet(StringComparer.Ordinal);
        if (retained is null || patch.Any(p => p.Value is not null && !Directive.IsOnList(p.Key) && !retained.Contains(p.Key)))
        {
            failure.BadRequest("invalid patch format of retainKeys");
            return;
        }

        foreach (var name in original.Select(p => p.Key).Where(k => !retained.Contains(k)).ToArray())
        {
            original.Remove(name);
        }
    }

    /// <summary>Lists whose order the patch states are merged and then put in that order.</summary>
    private void OrderedLists(JsonObject original, JsonObject patch, StructuralSchema? schema)
    {
        foreach (var (directive, value) in patch.Where(p => p.Key.StartsWith(Directive.SetOrder, StringComparison.Ordinal)).ToArray())
        {
            patch.Remove(directive);
            var name = directive[Directive.SetOrder.Length..];
            patch.Remove(name, out var changes);
            var lists = new StrategicList(this, schema?.Field(name), failure);
            if (value is not JsonArray order)
            {
                failure.BadRequest("invalid patch format of setElementOrder list");
                return;
            }

            if (!lists.Follows(changes as JsonArray, order))
            {
                failure.Internal($"The order in patch list:\n{GoText.Plain(changes)}\n doesn't match $setElementOrder list:\n{GoText.Plain(order)}\n");
                return;
            }

            var stored = original[name] as JsonArray;
            if (stored is null && changes is null)
            {
                continue;
            }

            original.Remove(name);
            var before = (JsonArray?)stored?.DeepClone() ?? [];
            var merged = changes is JsonArray items ? lists.Merge(stored ?? [], items) : stored ?? [];
            original[name] = lists.Ordered(merged, order, before);
        }
    }

    private void DeleteFromList(JsonObject original, string name, JsonNode? value)
    {
        if (original[name] is not JsonArray list)
        {
            return;
        }

        if (value is not JsonArray unwanted)
        {
            failure.BadRequest("invalid patch format of primitive list");
            return;
        }

        foreach (var item in list.Where(i => unwanted.Any(u => JsonNodes.Same(u, i))).ToArray())
        {
            list.Remove(item);
        }
    }

    private void MergeField(JsonObject original, string name, JsonNode? value, StructuralSchema? field)
    {
        if (value is null)
        {
            original.Remove(name);
            return;
        }

        original.Remove(name, out var stored);
        var merged = (stored, value) switch
        {
            (JsonObject map, JsonObject changes) => Replaces(field) ? changes : MergeMap(map, changes, field),
            (JsonArray list, JsonArray changes) => new StrategicList(this, field, failure).MergeOrReplace(list, changes),
            _ => Directive.Without(value, dropNulls: stored is null || stored.GetValueKind() != value.GetValueKind()),
        };
        if (merged is not null)
        {
            original[name] = merged;
        }
    }

    private static string NoObject(JsonNode? patch) =>
        $"json: cannot unmarshal {(patch.Shape() is JsonShape.Integer ? "number" : patch.Shape().ToString().ToLowerInvariant())} into Go value of type map[string]interface {{}}";

    private static bool Replaces(StructuralSchema? field) => field?.PatchStrategy.Split(',').Contains(Directive.Replace) == true;
}
