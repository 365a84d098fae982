namespace Daytwo.Embedded.Schema.Rules;

/// <summary>Finds x-kubernetes-validations anywhere in a schema.</summary>
internal static class SchemaRules
{
    public static bool Any(StructuralSchema? schema) =>
        schema is not null
        && (schema.Rules.Count > 0 || Any(schema.Items) || Any(schema.AdditionalProperties) || schema.Properties.Values.Any(Any));
}
