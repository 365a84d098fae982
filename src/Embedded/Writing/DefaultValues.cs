using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Writing;

/// <summary>
/// Fills absent fields of built-in kinds from their pattern in the kind table. In a pattern, <c>name?</c> goes on only
/// where the field is present, <c>name@other=value</c> only where a sibling has that value, <c>[]</c> means each item;
/// <c>$ref:SHAPE</c> stands for a shared pattern, <c>$copy:PATH</c> for another field's value (from the root with a leading dot).
/// </summary>
internal static class DefaultValues
{
    public static void Fill(JsonObject value, JsonObject pattern) => Map(value, pattern, value);

    private static void Map(JsonObject target, JsonObject pattern, JsonObject root)
    {
        foreach (var (key, wanted) in pattern)
        {
            if (key.EndsWith('?'))
            {
                Below(target[key[..^1]], wanted, root);
            }
            else if (key.Split('@') is [var name, var condition])
            {
                if (Holds(target, condition))
                {
                    Field(target, name, wanted, root);
                }
            }
            else
            {
                Field(target, key, wanted, root);
            }
        }
    }

    private static void Field(JsonObject target, string name, JsonNode? wanted, JsonObject root)
    {
        if (IsZero(target[name]) && Value(wanted, target, root) is { } value)
        {
            target[name] = value;
        }

        Below(target[name], wanted, root);
    }

    private static bool IsZero(JsonNode? present) => present is null || present.TextOrNull() == "";

    private static void Below(JsonNode? present, JsonNode? wanted, JsonObject root)
    {
        if (Reference(wanted) is { } shape)
        {
            wanted = shape;
        }

        switch (present)
        {
            case JsonArray list when wanted is JsonObject each && each["[]"] is { } item:
                foreach (var entry in list)
                {
                    Below(entry, item, root);
                }

                break;
            case JsonObject map when wanted is JsonObject below:
                Map(map, below, root);
                break;
            case JsonObject subject when wanted.TextOrNull() == "$rbacSubject":
                RbacSubject(subject);
                break;
        }
    }

    private static JsonNode? Value(JsonNode? wanted, JsonObject target, JsonObject root) => wanted switch
    {
        JsonObject => new JsonObject(),
        JsonArray list => list.DeepClone(),
        null => null,
        _ => wanted.TextOrNull() switch
        {
            null => wanted.DeepClone(),
            "$pullPolicy" => PullPolicy(target.Text("image")),
            var text when text.StartsWith("$ref:", StringComparison.Ordinal) => new JsonObject(),
            var text when text.StartsWith("$copy:.", StringComparison.Ordinal) => JsonPath.First(text[6..], root)?.DeepClone(),
            var text when text.StartsWith("$copy:", StringComparison.Ordinal) => target[text[6..]]?.DeepClone(),
            var text => text,
        },
    };

    private static JsonObject? Reference(JsonNode? wanted) =>
        wanted.TextOrNull() is { } text && text.StartsWith("$ref:", StringComparison.Ordinal) ? BuiltInKinds.Table.Shapes[text[5..]] : null;

    private static bool Holds(JsonObject target, string condition) =>
        condition.Split('=') is [var sibling, var value] && target.Text(sibling) == value;

    /// <summary>Images without a fixed tag are pulled always.</summary>
    private static string PullPolicy(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        var tagged = name.Contains('@', StringComparison.Ordinal) || (name.Contains(':', StringComparison.Ordinal) && !name.EndsWith(":latest", StringComparison.Ordinal));
        return tagged ? "IfNotPresent" : "Always";
    }

    private static void RbacSubject(JsonObject subject)
    {
        if (subject.Text("apiGroup").Length == 0 && subject.Text("kind") is "User" or "Group")
        {
            subject["apiGroup"] = "rbac.authorization.k8s.io";
        }
    }
}
