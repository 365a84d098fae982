using Daytwo.Cel.Costs;
using Daytwo.Cel.Formatting;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

/// <summary><c>'%s is %d'.format([a, b])</c>.</summary>
internal static class FormatLibrary
{
    public static CelLibrary Create() => new()
    {
        Functions = [new("format", CelOverload.Member("string_format", CelType.String, [CelType.String, CelType.ListOfDyn], a => Format(a[0], a[1]), CallCosts.FirstTraversed))],
    };

    private static CelValue Format(CelValue format, CelValue arguments)
    {
        var text = FormatString.Format(
            format.AsString,
            arguments.Count,
            checksCountFirst: true,
            (FormatClause clause, int index, out string? error) => ValueFormatter.Format(clause, arguments[index], out error),
            out _,
            out var reason);
        return text is null ? CelValue.OfError(reason!) : CelValue.Of(text);
    }
}
