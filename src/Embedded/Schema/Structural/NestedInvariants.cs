using Daytwo.Embedded.Schema.Validation;

namespace Daytwo.Embedded.Schema.Structural;

/// <summary>Below anyOf, allOf, oneOf and not, a schema may restrict values but not say what there is.</summary>
internal sealed class NestedInvariants(List<FieldError> errors)
{
    /// <summary>Visits the junctors of a node; the integer-or-string pattern of int-or-string values is let through.</summary>
    public void VisitJunctors(StructuralSchema schema, FieldPath at)
    {
        var skipAnyOf = IsIntOrString(schema.AnyOf);
        VisitJunctors(schema, at, skipAnyOf, schema.AllOf.Count > 0 && IsIntOrString(schema.AllOf[0].AnyOf));
    }

    private void VisitJunctors(StructuralSchema schema, FieldPath at, bool skipAnyOf, bool skipFirstAllOf)
    {
        for (var i = 0; i < schema.AnyOf.Count && !skipAnyOf; i++)
        {
            Visit(schema.AnyOf[i], at.Child("anyOf").Index(i), skipAnyOf: false);
        }

        for (var i = 0; i < schema.AllOf.Count; i++)
        {
            Visit(schema.AllOf[i], at.Child("allOf").Index(i), skipAnyOf: skipFirstAllOf && i == 0);
        }

        for (var i = 0; i < schema.OneOf.Count; i++)
        {
            Visit(schema.OneOf[i], at.Child("oneOf").Index(i), skipAnyOf: false);
        }

        Visit(schema.Not, at.Child("not"), skipAnyOf: false);
    }

    private void Visit(StructuralSchema? schema, FieldPath at, bool skipAnyOf)
    {
        if (schema is null)
        {
            return;
        }

        VisitJunctors(schema, at, skipAnyOf, skipFirstAllOf: false);
        if (schema.Pattern.Length > 0 && PatternSyntax.Compile(schema.Pattern) is { Expression: null, Error: var problem })
        {
            errors.Add(FieldError.Invalid(at.Child("pattern"), schema.Pattern, $"must be a valid regular expression, but isn't: {problem}"));
        }

        Visit(schema.Items, at.Child("items"), skipAnyOf: false);
        foreach (var (name, property) in schema.Properties)
        {
            Visit(property, at.Child("properties").Key(name), skipAnyOf: false);
        }

        Forbid(schema, at);
    }

    private void Forbid(StructuralSchema schema, FieldPath at)
    {
        Forbid(schema.Type.Length > 0, at.Child("type"), "must be empty to be structural");
        Forbid(schema.AdditionalProperties is not null || schema.AdditionalAllowed == true, at.Child("additionalProperties"), "must be undefined to be structural");
        Forbid(schema.Default is not null, at.Child("default"), "must be undefined to be structural");
        Forbid(schema.Title.Length > 0, at.Child("title"), "must be empty to be structural");
        Forbid(schema.Description.Length > 0, at.Child("description"), "must be empty to be structural");
        Forbid(schema.Nullable, at.Child("nullable"), "must be false to be structural");
        Forbid(schema.PreserveUnknownFields, at.Child("x-kubernetes-preserve-unknown-fields"), "must be false to be structural");
        Forbid(schema.EmbeddedResource, at.Child("x-kubernetes-embedded-resource"), "must be false to be structural");
        Forbid(schema.IntOrString, at.Child("x-kubernetes-int-or-string"), "must be false to be structural");
        Forbid(schema.ListMapKeys.Count > 0, at.Child("x-kubernetes-list-map-keys"), "must be empty to be structural");
        Forbid(schema.Source.ContainsKey("x-kubernetes-list-type"), at.Child("x-kubernetes-list-type"), "must be undefined to be structural");
        Forbid(schema.Source.ContainsKey("x-kubernetes-map-type"), at.Child("x-kubernetes-map-type"), "must be undefined to be structural");
        Forbid(schema.Rules.Count > 0, at.Child("x-kubernetes-validations"), "must be empty to be structural");
        Forbid(schema.Properties.ContainsKey("metadata"), at.Child("properties").Key("metadata"), "must not be specified in a nested context");
    }

    private void Forbid(bool found, FieldPath at, string text)
    {
        if (found)
        {
            errors.Add(FieldError.Forbidden(at, text));
        }
    }

    private static bool IsIntOrString(IReadOnlyList<StructuralSchema> parts) =>
        parts is [{ Type: "integer", Source.Count: 1 }, { Type: "string", Source.Count: 1 }];
}
