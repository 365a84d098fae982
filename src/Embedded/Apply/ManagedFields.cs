using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>The managers of an object and what each owns: <c>metadata.managedFields</c>, read and written.</summary>
internal sealed class ManagedFields
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private readonly Dictionary<ManagerKey, ManagedSet> sets;

    public ManagedFields() : this([])
    {
    }

    private ManagedFields(Dictionary<ManagerKey, ManagedSet> sets) => this.sets = sets;

    public IReadOnlyDictionary<ManagerKey, ManagedSet> Sets => sets;

    public ManagedFields Copy() => new(new(sets));

    /// <summary>Writes a manager's set down; an empty one is forgotten.</summary>
    public void Put(ManagerKey manager, ManagedSet set)
    {
        if (set.Fields.IsEmpty)
        {
            sets.Remove(manager);
        }
        else
        {
            sets[manager] = set;
        }
    }

    public void Remove(ManagerKey manager) => sets.Remove(manager);

    public void Stamp(ManagerKey manager, DateTimeOffset now)
    {
        if (sets.TryGetValue(manager, out var set))
        {
            sets[manager] = set with { Time = now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) };
        }
    }

    /// <summary>Reads entries. Null when one of them is none, in which case none counts.</summary>
    public static ManagedFields? Read(JsonArray? entries)
    {
        var sets = new Dictionary<ManagerKey, ManagedSet>();
        foreach (var entry in entries ?? [])
        {
            if (entry is not JsonObject json || ReadEntry(json) is not var (key, set))
            {
                return null;
            }

            sets[key] = set;
        }

        return new(sets);
    }

    /// <summary>Appliers first, then by time, name, version and subresource. Null when nobody owns anything.</summary>
    public JsonArray? Write()
    {
        if (sets.Count == 0)
        {
            return null;
        }

        var ordered = sets
            .OrderBy(s => s.Key.Applies ? 0 : 1)
            .ThenBy(s => s.Value.Time ?? "", StringComparer.Ordinal)
            .ThenBy(s => s.Key.Manager, StringComparer.Ordinal)
            .ThenBy(s => s.Value.ApiVersion, StringComparer.Ordinal)
            .ThenBy(s => s.Key.Subresource, StringComparer.Ordinal);
        return new([.. ordered.Select(s => WriteEntry(s.Key, s.Value))]);
    }

    private static (ManagerKey Key, ManagedSet Set)? ReadEntry(JsonObject json)
    {
        var version = json["apiVersion"].TextOrNull() ?? "";
        var operation = json["operation"].TextOrNull();
        if (version.Length == 0 || operation is not ("Apply" or "Update") || json["fieldsType"].TextOrNull() != "FieldsV1")
        {
            return null;
        }

        var manager = json["manager"].TextOrNull() ?? "";
        var subresource = json["subresource"].TextOrNull() ?? "";
        var key = new ManagerKey(manager, operation == "Apply", operation == "Apply" ? "" : version, subresource);
        try
        {
            return (key, new(FieldsV1.Read(json["fieldsV1"] as JsonObject ?? []), version, json["time"].TextOrNull()));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static JsonObject WriteEntry(ManagerKey key, ManagedSet set)
    {
        var json = new JsonObject
        {
            ["manager"] = key.Manager,
            ["operation"] = key.Operation,
            ["apiVersion"] = set.ApiVersion,
        };
        if (set.Time is not null)
        {
            json["time"] = set.Time;
        }

        json["fieldsType"] = "FieldsV1";
        json["fieldsV1"] = FieldsV1.Write(set.Fields);
        if (key.Subresource.Length > 0)
        {
            json["subresource"] = key.Subresource;
        }

        return json;
    }
}
