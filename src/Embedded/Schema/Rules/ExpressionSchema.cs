using System.Text;
using System.Text.Json;
using Daytwo.Cel.Schemas;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>What expressions see of a structural schema.</summary>
internal static class ExpressionSchema
{
    /// <param name="isRoot">Whether it is the schema of a whole object, which has a type and metadata.</param>
    public static CelSchema Of(StructuralSchema schema, bool isRoot = false) => new()
    {
        Type = schema.Type,
        Format = schema.Format,
        Nullable = schema.Nullable,
        IntOrString = schema.IntOrString,
        IsResource = isRoot || schema.EmbeddedResource,
        Items = schema.Items is null ? null : Of(schema.Items),
        Properties = schema.Properties.Count == 0 ? null : schema.Properties.ToDictionary(p => p.Key, p => Of(p.Value)),
        Values = schema.AdditionalProperties is null ? null : Of(schema.AdditionalProperties),
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
