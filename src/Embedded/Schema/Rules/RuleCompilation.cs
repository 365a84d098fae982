using System.Text.Json.Nodes;
using Daytwo.Cel.Costs;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>Tells which rules of a schema do not compile or may cost too much, as the API does when a definition is written.</summary>
internal sealed class RuleCompilation
{
    private readonly List<FieldError> errors = [];
    private readonly CostBudget budget;

    private RuleCompilation(bool isStored) => budget = new CostBudget(errors, boundsEach: !isStored);

    /// <param name="isStored">Whether the schema was accepted before as it is: then no single rule of it is held to the limit again, which may have been another.</param>
    public static IReadOnlyList<FieldError> Check(StructuralSchema schema, FieldPath at, bool isStored = false)
    {
        var compilation = new RuleCompilation(isStored);
        if (RuleNode.Compile(schema) is { } rules)
        {
            compilation.Visit(rules, at, 1);
            compilation.budget.Close(at);
        }

        return compilation.errors;
    }

    /// <param name="times">How many values of the schema an object can have; null when nothing bounds it.</param>
    private void Visit(RuleNode node, FieldPath at, ulong? times)
    {
        var below = times is { } here && Factor(node.Schema) is { } factor ? CappedCost.Multiply(here, factor) : (ulong?)null;
        if (node.Values is not null)
        {
            Visit(node.Values, at.Child("additionalProperties"), below);
        }

        foreach (var (name, property) in node.Properties)
        {
            Visit(property, at.Child("properties").Key(name), below);
        }

        if (node.Items is not null)
        {
            Visit(node.Items, at.Child("items"), below);
        }

        for (var i = 0; i < node.Rules.Count; i++)
        {
            Check(node.Rules[i], at.Child("x-kubernetes-validations").Index(i), times ?? node.Sizes.MostInRequest);
        }
    }

    /// <summary>How many values below a schema there are for each of its own; null when it sets no bound.</summary>
    private static ulong? Factor(StructuralSchema schema) => schema.Type switch
    {
        "object" when schema.AdditionalProperties is not null => Bound(schema.MaxProperties),
        "array" => Bound(schema.MaxItems),
        _ => 1,
    };

    private static ulong? Bound(long? most) => most is { } bound ? (ulong)Math.Max(bound, 0) : null;

    private void Check(CompiledRule rule, FieldPath at, ulong times)
    {
        budget.Add(at.Child("rule"), "estimated rule cost", CappedCost.Multiply(rule.Cost, times));
        if (rule.Error is { } error)
        {
            errors.Add(FieldError.Invalid(at.Child("rule"), Written(rule.Rule), error));
        }

        if (rule.MessageError is { } messageError)
        {
            errors.Add(FieldError.Invalid(at.Child("messageExpression"), Written(rule.Rule), messageError));
        }
        else if (rule.Message is not null)
        {
            budget.Add(at.Child("messageExpression"), "estimated messageExpression cost", rule.MessageCost);
        }
    }

    /// <summary>The rule as the API quotes it.</summary>
    private static JsonObject Written(ValidationRule rule)
    {
        var written = new JsonObject { ["rule"] = rule.Rule, ["message"] = rule.Message, ["messageExpression"] = rule.MessageExpression };
        return written;
    }
}
