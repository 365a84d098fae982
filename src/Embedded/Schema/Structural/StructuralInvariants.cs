using Daytwo.Embedded.Schema.Validation;

namespace Daytwo.Embedded.Schema.Structural;

/// <summary>
/// A schema is structural when the shape of objects can be read off it without its logical junctors: every node has a
/// type, and junctors only restrict values.
/// </summary>
internal sealed class StructuralInvariants(List<FieldError> errors)
{
    private readonly NestedInvariants nested = new(errors);

    public void Visit(StructuralSchema? schema, FieldPath at, SchemaLevel level)
    {
        if (schema is null)
        {
            return;
        }

        if (schema is { Type: "array", Items: null })
        {
            errors.Add(FieldError.Required(at.Child("items"), "must be specified"));
        }

        Visit(schema.Items, at.Child("items"), SchemaLevel.Item);
        foreach (var (name, property) in schema.Properties)
        {
            Visit(property, at.Child("properties").Key(name), SchemaLevel.Field);
        }

        if (schema.AdditionalAllowed is not null && level == SchemaLevel.Root)
        {
            errors.Add(FieldError.Forbidden(at.Child("additionalProperties"), "must not be used at the root"));
        }

        Visit(schema.AdditionalProperties, at.Child("additionalProperties"), SchemaLevel.Field);
        CheckExtensions(schema, at);
        nested.VisitJunctors(schema, at);
        CheckType(schema, at, level);
        CheckMeta(schema, at, level);
    }

    private void CheckExtensions(StructuralSchema schema, FieldPath at)
    {
        const string Text = "must be false if x-kubernetes-int-or-string is true";
        if (schema.IntOrString && schema.PreserveUnknownFields)
        {
            errors.Add(FieldError.Invalid(at.Child("x-kubernetes-preserve-unknown-fields"), true, Text));
        }

        if (schema.IntOrString && schema.EmbeddedResource)
        {
            errors.Add(FieldError.Invalid(at.Child("x-kubernetes-embedded-resource"), true, Text));
        }

        if (schema.Pattern.Length > 0 && PatternSyntax.Compile(schema.Pattern) is { Expression: null, Error: var problem })
        {
            errors.Add(FieldError.Invalid(at.Child("pattern"), schema.Pattern, $"must be a valid regular expression, but isn't: {problem}"));
        }
    }

    private void CheckType(StructuralSchema schema, FieldPath at, SchemaLevel level)
    {
        const string Embedded = "must be object if x-kubernetes-embedded-resource is true";
        var field = at.Child("type");
        if (schema.EmbeddedResource && schema.Type != "object")
        {
            errors.Add(schema.Type.Length == 0 ? FieldError.Required(field, Embedded) : FieldError.Invalid(field, schema.Type, Embedded));
        }
        else if (schema.Type.Length == 0 && !schema.IntOrString && !schema.PreserveUnknownFields)
        {
            errors.Add(FieldError.Required(field, level switch
            {
                SchemaLevel.Root => "must not be empty at the root",
                SchemaLevel.Item => "must not be empty for specified array items",
                _ => "must not be empty for specified object fields",
            }));
        }

        if (level == SchemaLevel.Root && schema.Type.Length > 0 && schema.Type != "object")
        {
            errors.Add(FieldError.Invalid(field, schema.Type, "must be object at the root"));
        }
    }

    private void CheckMeta(StructuralSchema schema, FieldPath at, SchemaLevel level)
    {
        var isObject = level == SchemaLevel.Root || schema.EmbeddedResource;
        foreach (var name in (string[])["kind", "apiVersion"])
        {
            if (isObject && schema.Properties.TryGetValue(name, out var property) && property.Type != "string")
            {
                errors.Add(FieldError.Invalid(at.Child("properties").Key(name).Child("type"), property.Type, "must be string"));
            }
        }

        if (schema.Properties.TryGetValue("metadata", out var metadata))
        {
            CheckMetadata(metadata, at.Child("properties").Key("metadata"), isObject, level);
        }

        if (schema is { EmbeddedResource: true, PreserveUnknownFields: false, Properties.Count: 0 })
        {
            errors.Add(FieldError.Required(
                at.Child("properties"),
                "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields"));
        }

        if (schema.EmbeddedResource && schema.AdditionalAllowed is not null)
        {
            errors.Add(FieldError.Forbidden(at.Child("additionalProperties"), "must not be used if x-kubernetes-embedded-resource is set"));
        }
    }

    private void CheckMetadata(StructuralSchema metadata, FieldPath at, bool isObject, SchemaLevel level)
    {
        if (isObject && metadata.Type != "object")
        {
            errors.Add(FieldError.Invalid(at.Child("type"), metadata.Type, "must be object"));
        }

        if (level == SchemaLevel.Root && !OnlyNames(metadata))
        {
            errors.Add(FieldError.Forbidden(
                at, "must not specify anything other than name and generateName, but metadata is implicitly specified"));
        }
    }

    private static bool OnlyNames(StructuralSchema metadata) =>
        metadata.Properties.Keys.All(k => k is "name" or "generateName")
        && metadata.Source.All(p => p.Key is "type" or "properties" or "default");
}
