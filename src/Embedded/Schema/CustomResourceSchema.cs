using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema.Rules;
using Daytwo.Embedded.Schema.Validation;

namespace Daytwo.Embedded.Schema;

/// <summary>
/// What a version of a CRD asks of its objects. Order of work on a write: <see cref="Prune"/>, <see cref="Default"/>,
/// then <see cref="Validate"/>; on a read <see cref="Default"/> alone.
/// </summary>
internal sealed class CustomResourceSchema(StructuralSchema schema)
{
    private const string RulesUnchecked =
        "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation";

    private readonly Lazy<RuleNode?> rules = new(() => RuleNode.Compile(schema));

    public StructuralSchema Schema => schema;

    public static CustomResourceSchema Parse(JsonObject openApiV3Schema) => new(StructuralSchema.Parse(openApiV3Schema));

    /// <summary>Removes unknown fields in place.</summary>
    /// <returns>Their paths; the API says <c>unknown field "PATH"</c> of each, as a warning or as an error.</returns>
    public IReadOnlyList<string> Prune(JsonObject resource) => Pruning.Prune(resource, schema);

    /// <summary>Fills in defaults in place.</summary>
    public void Default(JsonObject resource) => Defaulting.Apply(resource, schema);

    /// <param name="old">The stored object on update, null on create.</param>
    /// <param name="warnings">Gets the rules that parts of the object break which did not change.</param>
    public IReadOnlyList<FieldError> Validate(JsonObject resource, JsonObject? old = null, ICollection<string>? warnings = null)
    {
        var errors = new List<FieldError>();
        errors.AddRange(SchemaValidator.Validate(FieldPath.None, resource, schema, old is null ? OldValue.None : OldValue.Of(old)));
        errors.AddRange(EmbeddedResources.Check(resource, schema));
        if (old is null || ListUniqueness.Check(old, schema).Count == 0)
        {
            errors.AddRange(ListUniqueness.Check(resource, schema));
        }

        if (rules.Value is null)
        {
            return errors;
        }

        if (errors.Any(Blocks))
        {
            errors.Add(FieldError.Invalid(FieldPath.None, null, RulesUnchecked));
        }
        else
        {
            errors.AddRange(RuleValidator.Validate(rules.Value, resource, old, warnings));
        }

        return errors;
    }

    private static bool Blocks(FieldError error) =>
        error.Type is FieldErrorType.Required or FieldErrorType.TooLong or FieldErrorType.TooMany or FieldErrorType.TypeInvalid or FieldErrorType.NotSupported;
}
