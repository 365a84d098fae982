using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>The order of values in managed fields: numbers, strings, booleans, the rest; each among themselves.</summary>
internal static class ScalarOrder
{
    public static int Compare(JsonNode? left, JsonNode? right)
    {
        var (l, r) = (Rank(left), Rank(right));
        if (l != r)
        {
            return l.CompareTo(r);
        }

        return l switch
        {
            0 => left!.Double().CompareTo(right!.Double()),
            1 => string.CompareOrdinal(left!.Text(), right!.Text()),
            2 => left!.GetValue<bool>().CompareTo(right!.GetValue<bool>()),
            _ => string.CompareOrdinal(GoText.Json(left), GoText.Json(right)),
        };
    }

    private static int Rank(JsonNode? value) => value.Shape() switch
    {
        JsonShape.Integer or JsonShape.Number => 0,
        JsonShape.String => 1,
        JsonShape.Boolean => 2,
        JsonShape.Array => 3,
        JsonShape.Object => 4,
        _ => 5,
    };
}
