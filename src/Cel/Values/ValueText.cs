using System.Globalization;
using System.Text;
using Daytwo.Cel.Texts;
using Daytwo.Cel.Times;

namespace Daytwo.Cel.Values;

/// <summary>Values as cel-go's messages print them.</summary>
internal static class ValueText
{
    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Null => "0",
        CelKind.Bool => value.AsBool ? "true" : "false",
        CelKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
        CelKind.Uint => value.AsUint.ToString(CultureInfo.InvariantCulture),
        CelKind.Double => NumberText.Shortest(value.AsDouble),
        CelKind.String => value.AsString,
        CelKind.Bytes => $"[{string.Join(' ', value.BytesArray)}]",
        CelKind.Duration => Durations.Text(value.AsNanoseconds),
        CelKind.Timestamp => TimestampText.Of(value.AsTimestamp),
        CelKind.List => OfList(value),
        CelKind.Map => OfMap(value),
        CelKind.Type => value.AsType.ToString(),
        CelKind.Optional => value.HasValue ? $"optional({Of(value.OptionalValue)})" : "optional.none()",
        CelKind.Error => value.AsError.Message,
        _ => value.Opaque.Text,
    };

    private static string OfList(CelValue list)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < list.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(list.Handle is ListHandle { GoNativeName: not null } && list[i].Kind == CelKind.Null ? "<nil>" : Of(list[i]));
        }

        return text.Append(']').ToString();
    }

    private static string OfMap(CelValue map)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < map.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Of(map.KeyAt(i))).Append(": ").Append(Of(map.ValueAt(i)));
        }

        return text.Append('}').ToString();
    }
}
