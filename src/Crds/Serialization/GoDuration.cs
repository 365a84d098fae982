using System.Globalization;
using System.Text;

namespace Daytwo.Crds.Serialization;

/// <summary>Durations as Go writes them: <c>90s</c>, <c>1h30m</c>, <c>250ms</c>, <c>1.5h</c>. Units are h, m, s and ms.</summary>
public static class GoDuration
{
    /// <summary>True with the duration when the text is one; negative durations do not occur in the kinds and are refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        var total = 0m;
        var rest = text;
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExceptInRange('.', '9');
            if (digits <= 0 || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            var (ticks, length) = Unit(rest[digits..]);
            if (length == 0 || number > long.MaxValue / ticks)
            {
                return false;
            }

            total += number * ticks;
            rest = rest[(digits + length)..];
        }

        if (text.Length == 0 || total > long.MaxValue)
        {
            return false;
        }

        value = TimeSpan.FromTicks((long)total);
        return true;
    }

    /// <summary>The shortest such text, to the millisecond: <c>1h30m</c>, <c>12.345s</c>, <c>0s</c>.</summary>
    public static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "0s";
        }

        if (value < TimeSpan.FromSeconds(1))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{(long)value.TotalMilliseconds}ms");
        }

        var text = new StringBuilder();
        Append(text, (long)value.TotalHours, "h");
        Append(text, value.Minutes, "m");
        Append(text, value.Seconds + (value.Milliseconds / 1000m), "s");
        return text.ToString();
    }

    private static void Append(StringBuilder text, decimal amount, string unit)
    {
        if (amount != 0)
        {
            text.Append(amount.ToString("0.###", CultureInfo.InvariantCulture)).Append(unit);
        }
    }

    private static (long Ticks, int Length) Unit(ReadOnlySpan<char> text) => text switch
    {
        ['m', 's', ..] => (TimeSpan.TicksPerMillisecond, 2),
        ['h', ..] => (TimeSpan.TicksPerHour, 1),
        ['m', ..] => (TimeSpan.TicksPerMinute, 1),
        ['s', ..] => (TimeSpan.TicksPerSecond, 1),
        _ => (1, 0),
    };
}
