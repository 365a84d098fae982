using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>Is an object of a type? Apply asks this before anything else; the texts are the API's.</summary>
internal sealed class TypeConformance(bool allowDuplicates)
{
    private readonly List<string> problems = [];

    /// <returns>Null when it is, else the problems in one text.</returns>
    public static string? Check(JsonNode? value, FieldType type, bool allowDuplicates = false)
    {
        var check = new TypeConformance(allowDuplicates);
        check.Visit(value, type, "");
        return check.problems.Count switch
        {
            0 => null,
            1 => check.problems[0],
            _ => string.Join("\n  ", check.problems.Order(StringComparer.Ordinal).Prepend("errors:")),
        };
    }

    private void Visit(JsonNode? value, FieldType type, string path)
    {
        switch (Handlings.Of(type, Slot.Of(value)))
        {
            case Handling.Map when value is JsonObject map:
                VisitFields(map, type, path);
                break;
            case Handling.Map when value is not null:
                Add(path, $"expected map, got {Got(value)}");
                break;
            case Handling.List when value is JsonArray list:
                VisitItems(list, type, path);
                break;
            case Handling.List when value is not null:
                Add(path, $"expected list, got {Got(value)}");
                break;
            case Handling.Scalar when value is not null:
                CheckScalar(value, type.Scalar, path);
                break;
        }
    }

    private void VisitFields(JsonObject map, FieldType type, string path)
    {
        foreach (var (key, value) in map)
        {
            var at = $"{path}.{key}";
            if (type.Field(key) is { } field)
            {
                Visit(value, field, at);
            }
            else
            {
                Add(at, "field not declared in schema");
            }
        }
    }

    private void VisitItems(JsonArray list, FieldType type, string path)
    {
        var seen = new HashSet<PathElement>();
        for (var i = 0; i < list.Count; i++)
        {
            var element = PathElement.Index(i);
            if (!type.ListIsAtomic)
            {
                if (ListItems.Name(type, list[i], out var problem) is not { } name)
                {
                    Add(path, $"element {i}: {problem}");
                    return;
                }

                element = name;
                if (!seen.Add(name) && !allowDuplicates)
                {
                    Add(path, $"duplicate entries for key {name}");
                }
            }

            Visit(list[i], type.Item, path + element);
        }
    }

    private void CheckScalar(JsonNode value, ScalarKind? kind, string path)
    {
        var shape = value.Shape();
        var (fits, wanted) = kind switch
        {
            ScalarKind.Number => (shape is JsonShape.Integer or JsonShape.Number, "numeric (int or float)"),
            ScalarKind.Text => (shape is JsonShape.String, "string"),
            ScalarKind.Boolean => (shape is JsonShape.Boolean, "boolean"),
            _ => (shape is not (JsonShape.Object or JsonShape.Array), "any scalar"),
        };
        if (!fits)
        {
            Add(path, $"expected {wanted}, got {(kind switch
            {
                ScalarKind.Number => TypeName(shape),
                ScalarKind.Text => $"&value.valueUnstructured{{Value:{GoText.Plain(value)}}}",
                _ => Got(value),
            })}");
        }
    }

    private void Add(string path, string problem) => problems.Add(path.Length == 0 ? problem : $"{path}: {problem}");

    private static string TypeName(JsonShape shape) => shape switch
    {
        JsonShape.String => "string",
        JsonShape.Boolean => "bool",
        JsonShape.Array => "[]interface {}",
        _ => "map[string]interface {}",
    };

    private static string Got(JsonNode value) => $"&{{{GoText.Plain(value)}}}";
}
