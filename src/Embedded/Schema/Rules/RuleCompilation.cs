using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>Tells which rules of a schema do not compile, as the API does when a definition is written.</summary>
internal static class RuleCompilation
{
    public static IReadOnlyList<FieldError> Check(StructuralSchema schema, FieldPath at)
    {
        var errors = new List<FieldError>();
        if (RuleNode.Compile(schema) is { } rules)
        {
            Visit(rules, at, errors);
        }

        return errors;
    }

    private static void Visit(RuleNode node, FieldPath at, List<FieldError> errors)
    {
        for (var i = 0; i < node.Rules.Count; i++)
        {
            Check(node.Rules[i], at.Child("x-kubernetes-validations").Index(i), errors);
        }

        foreach (var (name, property) in node.Properties)
        {
            Visit(property, at.Child("properties").Key(name), errors);
        }

        if (node.Items is not null)
        {
            Visit(node.Items, at.Child("items"), errors);
        }

        if (node.Values is not null)
        {
            Visit(node.Values, at.Child("additionalProperties"), errors);
        }
    }

    private static void Check(CompiledRule rule, FieldPath at, List<FieldError> errors)
    {
        if (rule.Error is { } error)
        {
            errors.Add(FieldError.Invalid(at.Child("rule"), Written(rule.Rule), error));
        }

        if (rule.MessageError is { } messageError)
        {
            errors.Add(FieldError.Invalid(at.Child("messageExpression"), Written(rule.Rule), messageError));
        }
    }

    /// <summary>The rule as the API quotes it.</summary>
    private static JsonObject Written(ValidationRule rule)
    {
        var written = new JsonObject { ["rule"] = rule.Rule, ["message"] = rule.Message, ["messageExpression"] = rule.MessageExpression };
        return written;
    }
}
