using System.Globalization;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>anyOf, oneOf, allOf and not over one value. Their own errors are filed at the object, not at the field.</summary>
internal sealed class Junctors(FieldPath root, string path, Func<StructuralSchema, ValidationResult> check)
{
    public void AnyOf(ValidationResult result, IReadOnlyList<StructuralSchema> alternatives)
    {
        if (alternatives.Count == 0)
        {
            return;
        }

        ValidationResult? furthest = null;
        foreach (var alternative in alternatives)
        {
            var outcome = check(alternative);
            if (outcome.Valid)
            {
                result.Merge(outcome);
                return;
            }

            furthest = Further(furthest, outcome);
        }

        result.Add(Fault("must validate at least one schema (anyOf)"));
        result.Merge(furthest);
    }

    public void OneOf(ValidationResult result, IReadOnlyList<StructuralSchema> alternatives)
    {
        if (alternatives.Count == 0)
        {
            return;
        }

        var outcomes = alternatives.Select(check).ToArray();
        var valid = outcomes.Count(o => o.Valid);
        if (valid == 1)
        {
            result.Merge(outcomes.First(o => o.Valid));
            return;
        }

        var found = valid == 0 ? "Found none valid" : $"Found {valid.ToString(CultureInfo.InvariantCulture)} valid alternatives";
        result.Add(Fault($"must validate one and only one schema (oneOf). {found}"));
        if (valid == 0)
        {
            result.Merge(outcomes.Aggregate((ValidationResult?)null, Further));
        }
    }

    public void AllOf(ValidationResult result, IReadOnlyList<StructuralSchema> parts)
    {
        var outcomes = parts.Select(check).ToArray();
        foreach (var outcome in outcomes)
        {
            result.Merge(outcome);
        }

        if (outcomes.Any(o => !o.Valid))
        {
            result.Add(Fault("must validate all the schemas (allOf)" + (outcomes.All(o => !o.Valid) ? ". None validated" : "")));
        }
    }

    public void Not(ValidationResult result, StructuralSchema? forbidden)
    {
        if (forbidden is not null && check(forbidden).Valid)
        {
            result.Add(Fault("must not validate the schema (not)"));
        }
    }

    private static ValidationResult Further(ValidationResult? best, ValidationResult next) =>
        best is null || next.Matches > best.Matches ? next : best;

    private FieldError Fault(string text) => FieldError.Invalid(root, "", $"{GoText.Quote(path)} {text}");
}
