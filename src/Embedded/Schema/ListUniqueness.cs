using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>Lists of type set hold no item twice, lists of type map no key twice.</summary>
internal static class ListUniqueness
{
    public static IReadOnlyList<FieldError> Check(JsonObject resource, StructuralSchema schema)
    {
        var errors = new List<FieldError>();
        Visit(errors, resource, schema, FieldPath.None);
        return errors;
    }

    private static void Visit(List<FieldError> errors, JsonNode? node, StructuralSchema? schema, FieldPath at)
    {
        switch (node)
        {
            case JsonObject map when schema is not null:
                foreach (var (key, value) in map)
                {
                    var path = schema.Properties.ContainsKey(key) ? at.Child(key) : at.Key(key);
                    Visit(errors, value, schema.Field(key), path);
                }

                break;
            case JsonArray list when schema is not null:
                CheckList(errors, list, schema, at);
                for (var i = 0; i < list.Count; i++)
                {
                    Visit(errors, list[i], schema.Items, at.Index(i));
                }

                break;
        }
    }

    private static void CheckList(List<FieldError> errors, JsonArray list, StructuralSchema schema, FieldPath at)
    {
        if (schema.ListType == ListType.Set)
        {
            AddDuplicates(errors, [.. list], at);
        }
        else if (schema.ListType == ListType.Map)
        {
            var wrong = list.ToList().FindIndex(item => item is not (null or JsonObject));
            if (wrong >= 0)
            {
                errors.Add(FieldError.Invalid(at.Index(wrong), list[wrong], "must be an object for an array of list-type map"));
                return;
            }

            AddDuplicates(errors, [.. list.Select(item => (JsonNode?)KeysOf(item, schema))], at);
        }
    }

    private static JsonObject KeysOf(JsonNode? item, StructuralSchema schema)
    {
        var keys = new JsonObject();
        foreach (var name in schema.ListMapKeys)
        {
            if (item is JsonObject map && map.TryGetPropertyValue(name, out var value))
            {
                keys[name] = value.Copy();
            }
        }

        return keys;
    }

    /// <summary>Every value that comes again is named once, at its second place.</summary>
    private static void AddDuplicates(List<FieldError> errors, List<JsonNode?> values, FieldPath at)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++)
        {
            var text = GoText.Json(values[i]);
            var times = seen[text] = seen.GetValueOrDefault(text) + 1;
            if (times == 2)
            {
                errors.Add(FieldError.Duplicate(at.Index(i), values[i]));
            }
        }
    }
}
