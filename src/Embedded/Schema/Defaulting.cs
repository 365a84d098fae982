using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>Fills in defaults, also nested ones; a null that may not be null counts as absent. Idempotent.</summary>
internal static class Defaulting
{
    /// <summary>Removes nulls that are neither allowed nor replaced by a default, then fills in defaults.</summary>
    public static void Apply(JsonObject resource, StructuralSchema schema)
    {
        DropNulls(resource, schema);
        Fill(resource, schema);
    }

    private static void DropNulls(JsonNode? node, StructuralSchema? schema)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map.ToArray())
                {
                    var field = schema?.Field(key);
                    if (value is null && field is { Nullable: false, Default: null })
                    {
                        map.Remove(key);
                    }

                    DropNulls(value, field);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    DropNulls(item, schema?.Items);
                }

                break;
        }
    }

    private static void Fill(JsonNode? node, StructuralSchema? schema)
    {
        switch (node)
        {
            case JsonObject map when schema is not null:
                FillMap(map, schema);
                break;
            case JsonArray list when schema?.Items is { } items:
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is null && !items.Nullable)
                    {
                        list[i] = items.Default.Copy();
                    }

                    Fill(list[i], items);
                }

                break;
        }
    }

    private static void FillMap(JsonObject map, StructuralSchema schema)
    {
        foreach (var (key, property) in schema.Properties)
        {
            if (property.Default is not null && (!map.TryGetPropertyValue(key, out var present) || (present is null && !property.Nullable)))
            {
                map[key] = property.Default.Copy();
            }
        }

        foreach (var (key, value) in map.ToArray())
        {
            var field = schema.Field(key);
            if (value is null && field is { Nullable: false } && !schema.Properties.ContainsKey(key))
            {
                map[key] = field.Default.Copy();
            }

            Fill(map[key], field);
        }
    }
}
