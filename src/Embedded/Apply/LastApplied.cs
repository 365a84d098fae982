using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>
/// The annotation of client-side apply. When kubectl moves on to server-side apply, what it applied before and nobody
/// changed since is no conflict, and the annotation is kept up to date for the way back.
/// </summary>
internal static class LastApplied
{
    private const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";
    private const string Kubectl = "kubectl";

    public static List<(ManagerKey Owner, FieldSet Fields)> StillInConflict(
        List<(ManagerKey Owner, FieldSet Fields)> conflicts, JsonObject live, string manager, string apiVersion, FieldType type)
    {
        if (manager != Kubectl || Unchanged(live, apiVersion, type) is not { } allowed)
        {
            return conflicts;
        }

        return [.. conflicts.Select(c => (c.Owner, c.Fields.Difference(allowed))).Where(c => !c.Item2.IsEmpty)];
    }

    /// <summary>Writes the configuration into the annotation if the object has one.</summary>
    public static void Refresh(JsonObject result, JsonObject config, string manager)
    {
        if (manager != Kubectl || Of(result) is not { Length: > 0 })
        {
            return;
        }

        var copy = (JsonObject)config.DeepClone();
        (copy["metadata"]?["annotations"] as JsonObject)?.Remove(Annotation);
        result["metadata"]!["annotations"]![Annotation] = GoText.Json(copy) + "\n";
    }

    private static FieldSet? Unchanged(JsonObject live, string apiVersion, FieldType type)
    {
        if (Parse(Of(live)) is not { } last || last["apiVersion"].TextOrNull() != apiVersion || TypeConformance.Check(last, type) is not null)
        {
            return null;
        }

        var change = ValueComparer.Compare(last, live, type);
        return FieldSetOfValue.Build(last, type).Difference(change.Modified).Difference(change.Added).Difference(change.Removed);
    }

    private static string? Of(JsonObject value) => (value["metadata"]?["annotations"] as JsonObject)?[Annotation].TextOrNull();

    private static JsonObject? Parse(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
