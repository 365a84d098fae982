using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>Objects inside objects (<c>x-kubernetes-embedded-resource</c>) must name their apiVersion and kind.</summary>
internal static class EmbeddedResources
{
    public static IReadOnlyList<FieldError> Check(JsonObject resource, StructuralSchema schema)
    {
        var errors = new List<FieldError>();
        Visit(errors, resource, schema, FieldPath.None, isRoot: true);
        return errors;
    }

    private static void Visit(List<FieldError> errors, JsonNode? node, StructuralSchema? schema, FieldPath at, bool isRoot)
    {
        switch (node)
        {
            case JsonObject map when schema is not null:
                if (schema.EmbeddedResource && !isRoot)
                {
                    CheckTypeMeta(errors, map, at);
                }

                foreach (var (key, value) in map)
                {
                    var path = schema.Properties.ContainsKey(key) ? at.Child(key) : at.Key(key);
                    Visit(errors, value, schema.Field(key), path, isRoot: false);
                }

                break;
            case JsonArray list when schema is not null:
                for (var i = 0; i < list.Count; i++)
                {
                    Visit(errors, list[i], schema.Items, at.Index(i), isRoot: false);
                }

                break;
        }
    }

    private static void CheckTypeMeta(List<FieldError> errors, JsonObject map, FieldPath at)
    {
        foreach (var name in (string[])["apiVersion", "kind"])
        {
            if (!map.TryGetPropertyValue(name, out var value))
            {
                errors.Add(FieldError.Required(at.Child(name)));
            }
            else if (value.TextOrNull() is not { } text)
            {
                errors.Add(FieldError.Invalid(at.Child(name), value, "must be a string"));
            }
            else if (text.Length == 0)
            {
                errors.Add(FieldError.Invalid(at.Child(name), value, "must not be empty"));
            }
        }
    }
}
