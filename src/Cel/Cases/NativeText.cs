using System.Globalization;
using Daytwo.Cel.Times;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Cases;

/// <summary>Values that JSON cannot hold, as Go prints what they consist of.</summary>
internal static class NativeText
{
    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Null => "NULL_VALUE",
        CelKind.Type => value.AsType.Name,
        CelKind.Optional => value.HasValue ? Of(value.OptionalValue) : "<nil>",
        CelKind.List => $"[{string.Join(' ', Enumerable.Range(0, value.Count).Select(i => ((ListHandle)value.Handle!).IsJoined ? Joined(value[i]) : Element(value[i])))}]",
        CelKind.Map => $"map[{string.Join(' ', Enumerable.Range(0, value.Count).Select(i => $"{Element(value.KeyAt(i))}:{Element(value.ValueAt(i))}").Order(StringComparer.Ordinal))}]",
        _ => value.ToString(),
    };

    private static bool IsInput(CelValue list) => list.Handle is ListHandle { GoNativeName: not null };

    /// <summary>What a list of the input holds: Go's own lists, maps and nil.</summary>
    private static string Input(CelValue value) => value.Kind switch
    {
        CelKind.Null => "<nil>",
        CelKind.List => $"[{string.Join(' ', Enumerable.Range(0, value.Count).Select(i => Input(value[i])))}]",
        CelKind.Map => $"map[{string.Join(' ', Enumerable.Range(0, value.Count).Select(i => $"{Input(value.KeyAt(i))}:{Input(value.ValueAt(i))}").Order(StringComparer.Ordinal))}]",
        _ => Element(value),
    };

    private static string Joined(CelValue value) => value.Kind is CelKind.Map or CelKind.Optional ? Of(value) : Element(value);

    private static string Element(CelValue value) => value.Kind switch
    {
        CelKind.Timestamp => $"{TimestampText.Of(value.AsTimestamp)[..^1].Replace('T', ' ')} +0000 UTC",
        CelKind.Duration => Duration(value.AsNanoseconds),
        CelKind.Optional when value.HasValue => $"optional({Element(value.OptionalValue)})",
        CelKind.List => $"[{string.Join(", ", Enumerable.Range(0, value.Count).Select(i => IsInput(value) ? Input(value[i]) : Element(value[i])))}]",
        CelKind.Map => $"{{{string.Join(", ", Enumerable.Range(0, value.Count).Select(i => $"{Element(value.KeyAt(i))}: {Element(value.ValueAt(i))}"))}}}",
        _ => value.ToString(),
    };

    /// <summary>Such as <c>1h0m0.5s</c>, and below a second <c>1.5ms</c>.</summary>
    private static string Duration(long nanoseconds)
    {
        var (sign, rest) = (nanoseconds < 0 ? "-" : "", Math.Abs((decimal)nanoseconds));
        var (seconds, text) = (rest % 60_000_000_000 / 1_000_000_000, CultureInfo.InvariantCulture);
        return sign + rest switch
        {
            0 => "0s",
            < 1_000 => rest.ToString(text) + "ns",
            < 1_000_000 => (rest / 1_000).ToString("0.###", text) + "µs",
            < 1_000_000_000 => (rest / 1_000_000).ToString("0.######", text) + "ms",
            < 60_000_000_000 => seconds.ToString("0.#########", text) + "s",
            < 3_600_000_000_000 => string.Create(text, $"{(long)(rest / 60_000_000_000)}m{seconds:0.#########}s"),
            _ => string.Create(text, $"{(long)(rest / 3_600_000_000_000)}h{(long)(rest / 60_000_000_000) % 60}m{seconds:0.#########}s"),
        };
    }
}
