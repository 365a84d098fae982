using Daytwo.Cel.Formatting;
using Daytwo.Cel.Patterns;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Checking;

/// <summary>Refuses literals that the checker lets pass: lists and maps of mixed types, durations, timestamps and patterns that are none, format strings that do not fit.</summary>
internal sealed class LiteralValidator
{
    private readonly CheckedExpression _checked;
    private readonly IssueList _issues;
    private readonly FormatValidator _formats;

    private LiteralValidator(CheckedExpression expression, IssueList issues)
    {
        _checked = expression;
        _issues = issues;
        _formats = new FormatValidator(expression, issues);
    }

    public static void Validate(CheckedExpression expression, IssueList issues) => new LiteralValidator(expression, issues).Visit(expression.Tree, mayMix: false);

    /// <param name="mayMix">Arguments of format may mix types.</param>
    private void Visit(Expression node, bool mayMix)
    {
        switch (node)
        {
            case ListExpression list when !mayMix:
                Homogeneous(list);
                break;
            case MapExpression map when !mayMix:
                Homogeneous(map);
                break;
            case CallExpression call:
                Argument(call);
                _formats.Validate(call);
                mayMix |= call.Function == "format";
                break;
        }

        foreach (var child in Children.Of(node))
        {
            Visit(child, mayMix);
        }
    }

    private void Argument(CallExpression call)
    {
        if (call.Arguments is not [LiteralExpression literal, ..])
        {
            return;
        }

        var wrong = call.Function switch
        {
            "duration" or "timestamp" => _checked.ReferenceOf(call)?.Overloads is [{ Unary: { } convert }] && convert(literal.Value).IsError,
            "matches" => literal.Value.Kind == CelKind.String && Pattern.Parse(literal.Value.AsString, out _) is null,
            _ => false,
        };
        if (wrong)
        {
            _issues.Report(literal.Offset, $"invalid {call.Function} argument");
        }
    }

    private void Homogeneous(ListExpression list)
    {
        CelType? first = null;
        for (var i = 0; i < list.Elements.Length; i++)
        {
            var type = Content(list.Elements[i], list.Optional[i]);
            first ??= type;
            if (!first.Is(type, exact: false))
            {
                Mismatch(list.Elements[i], first, type);
                return;
            }
        }
    }

    private void Homogeneous(MapExpression map)
    {
        CelType? firstKey = null;
        CelType? firstValue = null;
        foreach (var entry in map.Entries)
        {
            var key = _checked.TypeOf(entry.Key!);
            var value = Content(entry.Value, entry.Optional);
            firstKey ??= key;
            firstValue ??= value;
            if (!firstKey.Is(key, exact: false))
            {
                Mismatch(entry.Key!, firstKey, key);
            }

            if (!firstValue.Is(value, exact: false))
            {
                Mismatch(entry.Value, firstValue, value);
            }
        }
    }

    private CelType Content(Expression node, bool optional)
    {
        var type = _checked.TypeOf(node);
        return optional && type.Parameters.Count > 0 ? type.Parameters[0] : type;
    }

    private void Mismatch(Expression node, CelType expected, CelType actual) => _issues.Report(node.Offset, $"expected type '{expected}' but found '{actual}'");
}
