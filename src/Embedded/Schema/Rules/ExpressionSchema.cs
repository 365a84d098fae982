using System.Text;
using System.Text.Json;
using Daytwo.Cel.Schemas;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>What expressions see of a structural schema.</summary>
internal static class ExpressionSchema
{
    /// <summary>Definitions may be parts of themselves: to expressions they are objects without fields there.</summary>
    private static readonly CelSchema Circle = new() { Type = "object" };

    /// <param name="isRoot">Whether it is the schema of a whole object, which has a type and metadata.</param>
    public static CelSchema Of(StructuralSchema schema, bool isRoot = false) => Of(schema, isRoot, []);

    /// <param name="above">The definitions that the schema is a part of.</param>
    private static CelSchema Of(StructuralSchema schema, bool isRoot, HashSet<string> above)
    {
        if (schema.DefinitionName.Length == 0)
        {
            return Known(schema, isRoot, above);
        }

        if (!above.Add(schema.DefinitionName))
        {
            return Circle;
        }

        var known = Known(schema, isRoot, above);
        above.Remove(schema.DefinitionName);
        return known;
    }

    private static CelSchema Known(StructuralSchema schema, bool isRoot, HashSet<string> above) => new()
    {
        Type = schema.Type,
        Format = schema.Format,
        Nullable = schema.Nullable,
        IntOrString = schema.IntOrString,
        IsResource = isRoot || schema.EmbeddedResource,
        Items = schema.Items is null ? null : Of(schema.Items, false, above),
        Properties = schema.Properties.Count == 0 ? null : schema.Properties.ToDictionary(p => p.Key, p => Of(p.Value, false, above)),
        Values = schema.AdditionalProperties is null ? null : Of(schema.AdditionalProperties, false, above),
        ListType = schema.ListType switch
        {
            ListType.Set => CelListType.Set,
            ListType.Map => CelListType.Map,
            _ => CelListType.Atomic,
        },
        ListKeys = schema.ListMapKeys,
        MaxLength = schema.MaxLength,
        LongestChoice = schema.Enum is { Count: > 0 } choices ? choices.Select(choice => choice?.GetValueKind() == JsonValueKind.String ? Encoding.UTF8.GetByteCount((string)choice!) : 0).Max() : null,
        MaxItems = schema.MaxItems,
        MaxProperties = schema.MaxProperties,
        Required = schema.Required,
        HasDefault = schema.Default is not null,
    };
}
