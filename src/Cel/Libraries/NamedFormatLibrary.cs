using Daytwo.Cel.Costs;
using Daytwo.Cel.Formats;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Kubernetes' named formats: <c>format.dns1123Label().validate(name)</c>.</summary>
internal static class NamedFormatLibrary
{
    private static readonly CelType F = NamedFormatHandle.FormatType;

    public static CelLibrary Create() => new()
    {
        Functions =
        [
            .. NamedFormat.All.Select(f => new CelFunction($"format.{f.Name}", CelOverload.Of($"format.{f.Name}", F, [], _ => Of(f)))),
            new("format.named", CelOverload.Of("format-named", Optional(F), CelType.String, n => NamedFormat.Find(n.AsString) is { } f ? OptionalHandle.Of(Of(f)) : OptionalHandle.None)),
            new("validate", CelOverload.Member("format-validate", Optional(List(CelType.String)), F, CelType.String, Validate, ValidationCost)),
        ],
    };

    private static CelValue Of(NamedFormat format) => new(new NamedFormatHandle(format), 0);

    private static CelValue Validate(CelValue format, CelValue text)
    {
        var wrong = ((NamedFormatHandle)format.Handle!).Format.Validate(text.AsString);
        return wrong.Count == 0 ? OptionalHandle.None : OptionalHandle.Of(CelValue.Of([.. wrong.Select(CelValue.Of)]));
    }

    private static long ValidationCost(ReadOnlySpan<CelValue> arguments, CelValue result) =>
        arguments[0].Handle is NamedFormatHandle { Format: var format } ? CostFactors.Matching(ValueSize.Of(arguments[1]), format.PatternLength) : 1;
}
