using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema.Validation;

namespace Daytwo.Embedded.Schema.Structural;

/// <summary>A default must itself be valid, and hold no field its schema does not know.</summary>
internal sealed class DefaultChecks(List<FieldError> errors)
{
    public void Visit(StructuralSchema? schema, FieldPath at)
    {
        if (schema is null)
        {
            return;
        }

        if (schema.Default is not null)
        {
            Check(schema.Default, schema, at.Child("default"));
        }

        Visit(schema.Items, at.Child("items"));
        foreach (var (name, property) in schema.Properties)
        {
            Visit(property, at.Child("properties").Key(name));
        }
    }

    private void Check(JsonNode value, StructuralSchema schema, FieldPath at)
    {
        var wrapper = new StructuralSchema { Type = "object", Properties = new Dictionary<string, StructuralSchema> { ["default"] = schema } };
        if (Pruning.Prune(new JsonObject { ["default"] = value.DeepClone() }, wrapper).Count > 0)
        {
            errors.Add(FieldError.Invalid(at, value, "must not have unknown fields"));
        }

        errors.AddRange(SchemaValidator.Validate(at, value, schema, OldValue.None));
    }
}
