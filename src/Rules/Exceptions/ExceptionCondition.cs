using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Rules.Expressions;

namespace Daytwo.Rules.Exceptions;

/// <summary>Writes an exception as a match condition: the rule applies where the exception does not.</summary>
internal static class ExceptionCondition
{
    /// <summary>What the names of these conditions begin with; no rule may use it.</summary>
    public const string NamePrefix = "exception.";

    // The request has neither name nor namespace when they would be empty.
    private const string Namespace = "request.?namespace.orValue('')";
    private const string Given = "request.?name.orValue('')";
    private const string Name = $"({Given} != '' ? {Given} : object.?metadata.?generateName.orValue(''))";
    private const string Labels = "(request.operation == 'DELETE' ? oldObject : object).?metadata.?labels";

    public static JsonObject Of(RuleException exception) => new()
    {
        ["name"] = NamePrefix + exception.Metadata.Name,
        ["expression"] = $"!({string.Join(" && ", Terms(exception))})",
    };

    private static IEnumerable<string> Terms(RuleException exception)
    {
        var match = exception.Spec.Match;
        if (match.Namespaces is { Count: > 0 } namespaces)
        {
            yield return Patterns(Namespace, namespaces);
        }

        if (match.Names is { Count: > 0 } names)
        {
            yield return Patterns(Name, names);
        }

        if (match.ObjectSelector is { } selector)
        {
            foreach (var term in LabelExpression.Terms(Labels, selector))
            {
                yield return term;
            }
        }

        if (match.Condition is { } condition)
        {
            // A comment would swallow the closing bracket on its line.
            yield return condition.Contains("//", StringComparison.Ordinal) ? $"({condition}\n)" : $"({condition.Trim()})";
        }
    }

    /// <summary>One of them, or with a star at the end, a beginning.</summary>
    private static string Patterns(string value, IReadOnlyList<string> patterns)
    {
        var exact = patterns.Where(pattern => !pattern.EndsWith('*')).ToArray();
        string[] tests =
        [
            .. exact is [] ? Array.Empty<string>() : [$"{value} in {CelLiteral.Of(exact)}"],
            .. patterns.Where(pattern => pattern.EndsWith('*')).Select(pattern => $"{value}.startsWith({CelLiteral.Of(pattern[..^1])})"),
        ];
        return tests is [var only] ? only : $"({string.Join(" || ", tests)})";
    }
}
