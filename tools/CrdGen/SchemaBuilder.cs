using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.CrdGen;

/// <summary>Makes structural OpenAPI v3 schemas from C# types.</summary>
internal static class SchemaBuilder
{
    /// <summary>The schema of a record: its properties in the order written, required ones, rules.</summary>
    public static JsonObject OfObject(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetMethod!.IsPublic).ToArray();
        var schema = new JsonObject { ["type"] = "object", ["description"] = XmlSummaries.Of(type) };
        var required = properties.Where(p => p.IsDefined(typeof(RequiredAttribute))).Select(p => JsonValue.Create(JsonName(p))).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        var members = new JsonObject();
        foreach (var property in properties)
        {
            members[JsonName(property)] = OfProperty(property);
        }

        schema["properties"] = members;
        Rules.Add(schema, [.. Rules.OfUnion(type, properties.Select(JsonName)), .. type.GetCustomAttributes<RuleAttribute>()]);
        return schema;
    }

    private static string JsonName(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static JsonObject OfProperty(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var schema = OfType(type);
        if (XmlSummaries.Of(property) is { Length: > 0 } text)
        {
            schema.Remove("description");
            schema.Insert(1, "description", text);
        }

        Constraints.Add(schema, property);
        if (property.IsDefined(typeof(DefaultAttribute)))
        {
            schema["default"] = Default(property);
        }

        var rules = property.GetCustomAttributes<RuleAttribute>().ToLookup(rule => rule.EachItem);
        Rules.Add(schema, [.. DurationRules.Of(property), .. rules[false]]);
        if (schema["items"] is JsonObject items)
        {
            Rules.Add(items, [.. rules[true]]);
        }

        return schema;
    }

    private static JsonObject OfType(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return new JsonObject { ["type"] = "array", ["items"] = OfType(type.GetGenericArguments()[0]) };
        }

        return type switch
        {
            _ when type == typeof(string) => new JsonObject { ["type"] = "string" },
            _ when type == typeof(bool) => new JsonObject { ["type"] = "boolean" },
            _ when type == typeof(int) => new JsonObject { ["type"] = "integer", ["format"] = "int32" },
            _ when type == typeof(long) => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
            _ when type == typeof(DateTimeOffset) => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            _ when type == typeof(TimeSpan) => new JsonObject { ["type"] = "string", ["maxLength"] = 32, ["pattern"] = DurationRules.Pattern },
            _ when type == typeof(Condition) => ConditionSchema.Create(),
            _ when type == typeof(LabelSelector) => LabelSelectorSchema.Create(),
            _ when type == typeof(JsonNode) => new JsonObject { ["x-kubernetes-preserve-unknown-fields"] = true },
            _ when type == typeof(ObjectMeta) => new JsonObject { ["type"] = "object" },
            { IsEnum: true } => new JsonObject { ["type"] = "string", ["enum"] = EnumValues(type) },
            { IsClass: true } => OfObject(type),
            _ => throw new NotSupportedException($"{type} has no schema: use a string, bool, int, long, enum, TimeSpan, DateTimeOffset, JsonNode, record or IReadOnlyList of these"),
        };
    }

    private static JsonArray EnumValues(Type type) =>
        new([.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => JsonValue.Create(EnumValue(field)))]);

    private static string EnumValue(FieldInfo field) => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name;

    private static JsonValue Default(PropertyInfo property) =>
        property.GetValue(Activator.CreateInstance(property.DeclaringType!)) switch
        {
            bool value => JsonValue.Create(value),
            int value => JsonValue.Create(value),
            long value => JsonValue.Create(value),
            string value => JsonValue.Create(value),
            Enum value => JsonValue.Create(EnumValue(value.GetType().GetField(value.ToString())!)),
            var other => throw new NotSupportedException($"{property.DeclaringType}.{property.Name}: '{other}' cannot be a default"),
        };
}
