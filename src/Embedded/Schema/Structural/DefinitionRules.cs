namespace Daytwo.Embedded.Schema.Structural;

/// <summary>Rules for every node of a CRD's schema, nested under logical junctors or not.</summary>
internal sealed class DefinitionRules(List<FieldError> errors)
{
    private static readonly string[] Types = ["array", "boolean", "integer", "number", "object", "string"];
    private readonly ListRules lists = new(errors);
    private readonly ValidationRuleTexts rules = new(errors);

    public void Visit(StructuralSchema? schema, FieldPath at, DefinitionPlace place)
    {
        if (schema is null)
        {
            return;
        }

        CheckWords(schema, at, place);
        CheckMap(schema, at);
        lists.Check(schema, at);
        rules.Check(schema, at);
        Visit(schema.AdditionalProperties, at.Child("additionalProperties"), place.Additional);
        foreach (var (name, property) in schema.Properties)
        {
            Visit(property, at.Child("properties").Key(name), place.Property(name, schema));
        }

        Visit(schema.Not, at.Child("not"), place.Below);
        VisitAll(schema.AllOf, at.Child("allOf"), place.Below);
        VisitAll(schema.OneOf, at.Child("oneOf"), place.Below);
        VisitAll(schema.AnyOf, at.Child("anyOf"), place.Below);
        Visit(schema.Items, at.Child("items"), place.Below);
    }

    private void VisitAll(IReadOnlyList<StructuralSchema> parts, FieldPath at, DefinitionPlace place)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            Visit(parts[i], at.Index(i), place);
        }
    }

    private void CheckWords(StructuralSchema schema, FieldPath at, DefinitionPlace place)
    {
        if (schema.Type.Length > 0 && !Types.Contains(schema.Type))
        {
            errors.Add(FieldError.NotSupported(at.Child("type"), schema.Type, Types));
        }

        if (schema.Default is not null && place.NoDefaults is { } reason)
        {
            errors.Add(FieldError.Forbidden(at.Child("default"), $"must not be set {reason}"));
        }

        foreach (var word in schema.Unsupported)
        {
            errors.Add(FieldError.Forbidden(at.Child(word), $"{word} is not supported"));
        }

        if (place.InsideMeta && schema.EmbeddedResource)
        {
            errors.Add(FieldError.Forbidden(at.Child("x-kubernetes-embedded-resource"), "must not be used inside of resource meta"));
        }

        if (schema.UniqueItems)
        {
            errors.Add(FieldError.Forbidden(at.Child("uniqueItems"), "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        }

        if (schema.Source["x-kubernetes-preserve-unknown-fields"] is { } kept && !kept.IsTrue())
        {
            errors.Add(FieldError.Invalid(at.Child("x-kubernetes-preserve-unknown-fields"), kept, "must be true or undefined"));
        }
    }

    private void CheckMap(StructuralSchema schema, FieldPath at)
    {
        if (schema.Properties.Count > 0 && (schema.AdditionalProperties is not null || schema.AdditionalAllowed == false))
        {
            errors.Add(FieldError.Forbidden(at.Child("additionalProperties"), "additionalProperties and properties are mutual exclusive"));
        }

        if (schema.Source["x-kubernetes-map-type"].TextOrNull() is not { } mapType)
        {
            return;
        }

        if (schema.Type != "object")
        {
            const string Text = "must be object if x-kubernetes-map-type is specified";
            errors.Add(schema.Type.Length == 0 ? FieldError.Required(at.Child("type"), Text) : FieldError.Invalid(at.Child("type"), schema.Type, Text));
        }

        if (mapType is not ("atomic" or "granular"))
        {
            errors.Add(FieldError.NotSupported(at.Child("x-kubernetes-map-type"), mapType, ["atomic", "granular"]));
        }
    }
}
