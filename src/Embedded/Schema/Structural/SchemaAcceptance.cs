using Daytwo.Embedded.Schema.Rules;

namespace Daytwo.Embedded.Schema.Structural;

/// <summary>What a CustomResourceDefinition's schema must be to be accepted, with the API's fields, reasons and texts.</summary>
internal static class SchemaAcceptance
{
    /// <param name="at">The field of the schema; the API says <c>spec.validation.openAPIV3Schema</c> when all versions share it.</param>
    /// <param name="isStored">Whether the schema is that of the version already.</param>
    public static IReadOnlyList<FieldError> Check(FieldPath at, StructuralSchema schema, bool isStored = false)
    {
        var errors = new List<FieldError>();
        new DefinitionRules(errors).Visit(schema, at, DefinitionPlace.Root);
        if (Unsupported(schema))
        {
            return errors;
        }

        var structural = new List<FieldError>();
        new StructuralInvariants(structural).Visit(schema, at, SchemaLevel.Root);
        new Completeness(structural).Check(schema, at);
        structural.Sort(static (a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
        if (structural.Count == 0)
        {
            new DefaultChecks(structural).Visit(schema, at);
        }

        return [.. errors, .. structural, .. errors.Count + structural.Count == 0 ? RuleCompilation.Check(schema, at, isStored) : []];
    }

    private static bool Unsupported(StructuralSchema? schema) =>
        schema is not null
        && (schema.Unsupported.Count > 0 || Unsupported(schema.Items) || Unsupported(schema.AdditionalProperties) || Unsupported(schema.Not)
            || schema.Properties.Values.Concat(schema.AllOf).Concat(schema.AnyOf).Concat(schema.OneOf).Any(Unsupported));
}
