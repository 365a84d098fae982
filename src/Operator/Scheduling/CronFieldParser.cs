using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Daytwo.Operator.Scheduling;

/// <summary>
/// Reads one field: a comma-separated list of <c>*</c>, <c>?</c>, <c>N</c>, <c>N-M</c>, each with an optional <c>/STEP</c>, where
/// <c>N/STEP</c> means from N to the field's end.
/// </summary>
internal static class CronFieldParser
{
    public static bool TryParse(string text, CronFieldBounds bounds, out CronField field, [NotNullWhen(false)] out string? error)
    {
        field = default;
        error = null;
        ulong bits = 0;
        var unrestricted = false;
        foreach (var item in text.Split(','))
        {
            if (!TryParseItem(item, bounds, out var part, out var problem))
            {
                error = $"{bounds.Title} field \"{text}\": {problem}";
                return false;
            }

            bits |= part.Bits;
            unrestricted |= part.Unrestricted;
        }

        field = new CronField(bits, unrestricted);
        return true;
    }

    private static bool TryParseItem(string item, CronFieldBounds bounds, out CronField field, [NotNullWhen(false)] out string? problem)
    {
        field = default;
        var parts = item.Split('/');
        var step = 1;
        if (parts.Length > 2)
        {
            problem = $"\"{item}\" has more than one slash";
            return false;
        }

        if (parts.Length == 2 && (!TryParseNumber(parts[1], out step) || step == 0))
        {
            problem = $"the step \"{parts[1]}\" must be a number above zero";
            return false;
        }

        if (!TryParseRange(parts[0], openEnded: parts.Length == 2, bounds, out var first, out var last, out problem))
        {
            return false;
        }

        field = new CronField(Every(step, first, last), parts[0] is "*" or "?" && step == 1);
        return true;
    }

    private static bool TryParseRange(
        string text, bool openEnded, CronFieldBounds bounds, out int first, out int last, [NotNullWhen(false)] out string? problem)
    {
        (first, last) = (bounds.Min, bounds.Max);
        problem = null;
        if (text is "*" or "?")
        {
            return true;
        }

        var ends = text.Split('-');
        if (ends.Length > 2)
        {
            problem = $"\"{text}\" has more than one hyphen";
        }
        else if (!TryParseValue(ends[0], bounds, out first))
        {
            problem = $"\"{ends[0]}\" is not one of {bounds.Allowed}";
        }
        else if (ends.Length == 2 && !TryParseValue(ends[1], bounds, out last))
        {
            problem = $"\"{ends[1]}\" is not one of {bounds.Allowed}";
        }
        else if (ends.Length == 2 && first > last)
        {
            problem = $"the range \"{text}\" ends before it begins; write it as two ranges";
        }
        else if (ends.Length == 1 && !openEnded)
        {
            last = first;
        }

        return problem is null;
    }

    private static bool TryParseValue(string text, CronFieldBounds bounds, out int value)
    {
        for (var i = 0; i < bounds.Names.Count; i++)
        {
            if (bounds.Names[i].Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                value = bounds.Min + i;
                return true;
            }
        }

        return TryParseNumber(text, out value) && value >= bounds.Min && value <= bounds.Max;
    }

    private static bool TryParseNumber(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static ulong Every(int step, int first, int last)
    {
        ulong bits = 0;
        for (long value = first; value <= last; value += step)
        {
            bits |= 1UL << (int)value;
        }

        return bits;
    }
}
