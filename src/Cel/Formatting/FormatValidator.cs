using Daytwo.Cel.Checking;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Formatting;

/// <summary>Refuses calls of format with a literal format string and a literal list that do not fit together.</summary>
internal sealed class FormatValidator(CheckedExpression expression, IssueList issues)
{
    public void Validate(CallExpression call)
    {
        if (call.Function != "format" || call.Target is not LiteralExpression { Value: { Kind: CelKind.String } format } || call.Arguments is not [ListExpression list])
        {
            return;
        }

        var offset = call.Offset;
        _ = FormatString.Format(
            format.AsString,
            list.Elements.Length,
            checksCountFirst: false,
            (FormatClause clause, int index, out string? reason) =>
            {
                var wrong = Wrong(clause, list.Elements[index]);
                offset = wrong?.Offset ?? offset;
                reason = wrong is null ? null : clause.Refusal(expression.TypeOf(wrong).Name);
                return wrong is null ? "" : null;
            },
            out var used,
            out var error);
        if (error is not null)
        {
            issues.Report(offset, error);
        }
        else if (list.Elements.Length > used)
        {
            issues.Report(call.Offset, $"too many arguments supplied to string.format (expected {used}, got {list.Elements.Length})");
        }
    }

    /// <summary>The argument, or the part of it, that the clause does not take; null when it takes all.</summary>
    private Expression? Wrong(FormatClause clause, Expression argument)
    {
        if (!Takes(clause.Verb, expression.TypeOf(argument).Kind))
        {
            return argument;
        }

        return clause.Verb != 's' ? null : argument switch
        {
            ListExpression list => list.Elements.Select(e => Wrong(clause, e)).FirstOrDefault(e => e is not null),
            MapExpression map => map.Entries.SelectMany(e => new[] { e.Key!, e.Value }).Select(e => Wrong(clause, e)).FirstOrDefault(e => e is not null),
            _ => null,
        };
    }

    private static bool Takes(char verb, TypeKind kind) => kind == TypeKind.Dyn || verb switch
    {
        's' => kind is not (TypeKind.Struct or TypeKind.Opaque or TypeKind.Parameter or TypeKind.Error),
        'd' or 'o' => kind is TypeKind.Int or TypeKind.Uint,
        'f' or 'e' => kind is TypeKind.Double or TypeKind.String,
        'b' => kind is TypeKind.Int or TypeKind.Uint or TypeKind.Bool,
        _ => kind is TypeKind.Int or TypeKind.Uint or TypeKind.String or TypeKind.Bytes,
    };
}
