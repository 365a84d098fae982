using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Kinds;

/// <summary>Turns objects between the version they are served in and the one they are stored in.</summary>
internal static class VersionConversion
{
    /// <summary>A copy of a stored object as this version shows it.</summary>
    public static JsonObject Served(KindDefinition kind, JsonObject stored)
    {
        var value = stored.Clone();
        if (value.Text("apiVersion") != kind.ApiVersion)
        {
            value["apiVersion"] = kind.ApiVersion;
            Rename(value, kind.Renames.Select(r => (r.Value, r.Key)));
            foreach (var (field, _) in value.Where(p => p.Value?.ToJsonString() == "\"\"").ToArray())
            {
                value.Remove(field);
            }

            kind.Custom?.Schema.Default(value);
        }

        return value;
    }

    /// <summary>Makes an object of this version what is stored; changes it in place.</summary>
    public static JsonObject Stored(KindDefinition kind, JsonObject value)
    {
        if (kind.StoredAs is not null)
        {
            value["apiVersion"] = "v1";
            Rename(value, kind.Renames.Select(r => (r.Key, r.Value)));
        }
        else if (kind.Custom is { } custom && kind.Version != custom.StorageVersion)
        {
            value["apiVersion"] = $"{kind.Group}/{custom.StorageVersion}";
        }

        return value;
    }

    private static void Rename(JsonObject value, IEnumerable<(string From, string To)> names)
    {
        foreach (var (from, to) in names)
        {
            if (value.Remove(from, out var field))
            {
                value[to] = field;
            }
        }
    }
}
