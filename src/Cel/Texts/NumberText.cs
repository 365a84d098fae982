using System.Globalization;
using System.Text;

namespace Daytwo.Cel.Texts;

/// <summary>Numbers as Go writes them.</summary>
internal static class NumberText
{
    private const int DefaultPrecision = 6;

    /// <summary>The original stops to read a number when it is larger, and another digit follows.</summary>
    private const long LargestPrefix = 1_000_000;

    /// <summary>What the original writes for a clause whose number it does not read.</summary>
    private const string NoVerb = "%!(NOVERB)";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The shortest text that reads as the same double, as <c>string(0.1)</c>: with an exponent from a million on.</summary>
    public static string Shortest(double value)
    {
        if (Special(value, "+Inf", "-Inf") is { } special)
        {
            return special;
        }

        var expansion = DecimalExpansion.Shortest(Math.Abs(value));
        var exponent = expansion.Digits.Length == 0 ? 0 : expansion.Point - 1;
        return exponent is < -4 or >= 6 ? Sign(value) + Scientific(expansion, expansion.Digits.Length - 1) : Sign(value) + Plain(expansion, -1);
    }

    /// <summary>The shortest text that reads as the same double, without exponent.</summary>
    public static string Fixed(double value) => Special(value, "+Inf", "-Inf") ?? Sign(value) + Plain(DecimalExpansion.Shortest(Math.Abs(value)), -1);

    /// <summary>As Go's JSON writes it: exponents only below a millionth and from 10^21 on.</summary>
    /// <param name="value">Finite.</param>
    public static string Json(double value)
    {
        if (Math.Abs(value) is 0 or (>= 1e-6 and < 1e21))
        {
            return Fixed(value);
        }

        var expansion = DecimalExpansion.Shortest(Math.Abs(value));
        return Sign(value) + Scientific(expansion, expansion.Digits.Length - 1).Replace("e-0", "e-", StringComparison.Ordinal);
    }

    /// <summary>The clause %f of <c>format</c>: American, 1,234.500000.</summary>
    /// <param name="precision">Digits after the point.</param>
    public static string AmericanFixed(double value, long? precision)
    {
        if (precision / 10 > LargestPrefix)
        {
            return NoVerb;
        }

        if (Special(value, "∞", "-∞") is { } special)
        {
            return special;
        }

        // Of the precision 8 bits say how many digits there are at least, and 16 bits how many at most: negative for as many as tell the number from others.
        var digits = (int)(precision ?? DefaultPrecision);
        var exact = (short)digits < 0 ? DecimalExpansion.Shortest(Math.Abs(value)) : DecimalExpansion.Exact(Math.Abs(value));
        var text = Plain((short)digits < 0 ? exact : exact.Rounded(exact.Point + (short)digits), (byte)digits);
        return AmericanSign(value) + Grouped(text);
    }

    /// <summary>The clause %e of <c>format</c>: 1.052033×10⁰³.</summary>
    /// <param name="width">The original takes a precision for a width, of which it keeps 16 bits.</param>
    public static string AmericanScientific(double value, long? width)
    {
        if (width / 10 > LargestPrefix)
        {
            return NoVerb;
        }

        var text = Special(value, "∞", "-∞");
        if (text is null)
        {
            var exact = DecimalExpansion.Exact(Math.Abs(value)).Rounded(DefaultPrecision + 1);
            var mantissa = Plain(exact with { Point = exact.Digits.Length == 0 ? 0 : 1 }, DefaultPrecision);
            var exponent = exact.Digits.Length == 0 ? 0 : exact.Point - 1;
            var power = string.Concat(Math.Abs(exponent).ToString("D2", CultureInfo.InvariantCulture).Select(d => Superscripts[d - '0']));
            text = $"{AmericanSign(value)}{mantissa}×10{(exponent < 0 ? "⁻" : "")}{power}";
        }

        return text.PadLeft((ushort)(width ?? DefaultPrecision));
    }

    /// <summary>In another base, as Go's %b, %o and %x.</summary>
    public static string InBase(long value, int toBase, bool upper) =>
        value < 0 ? "-" + InBase(unchecked((ulong)-value), toBase, upper) : InBase((ulong)value, toBase, upper);

    /// <summary>In another base, as Go's %b, %o and %x.</summary>
    public static string InBase(ulong value, int toBase, bool upper)
    {
        Span<char> digits = stackalloc char[64];
        var start = digits.Length;
        do
        {
            digits[--start] = (upper ? "0123456789ABCDEF" : "0123456789abcdef")[(int)(value % (ulong)toBase)];
            value /= (ulong)toBase;
        }
        while (value != 0);
        return new string(digits[start..]);
    }

    private static string? Special(double value, string infinity, string negativeInfinity) => double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? infinity
        : double.IsNegativeInfinity(value) ? negativeInfinity
        : null;

    private static string Sign(double value) => double.IsNegative(value) ? "-" : "";

    /// <summary>Zero has no sign there.</summary>
    private static string AmericanSign(double value) => value == 0 ? "" : Sign(value);

    private static string Scientific(DecimalExpansion expansion, int precision)
    {
        var exponent = expansion.Digits.Length == 0 ? 0 : expansion.Point - 1;
        var mantissa = Plain(expansion with { Point = 1 }, precision);
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("D2", CultureInfo.InvariantCulture)}";
    }

    /// <param name="precision">At least that many digits after the point.</param>
    private static string Plain(DecimalExpansion expansion, int precision)
    {
        var text = new StringBuilder();
        var (digits, point) = expansion;
        text.Append(point > 0 ? digits[..Math.Min(point, digits.Length)].PadRight(point, '0') : "0");
        var fraction = (point < 0 ? new string('0', -point) : "") + (point < digits.Length ? digits[Math.Max(point, 0)..] : "");
        fraction = digits.Length == 0 ? "" : fraction;
        fraction = precision > fraction.Length ? fraction.PadRight(precision, '0') : fraction;
        return fraction.Length == 0 ? text.ToString() : text.Append('.').Append(fraction).ToString();
    }

    private static string Grouped(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text.Length : point;
        var grouped = new StringBuilder(text);
        for (var i = whole - 3; i > 0; i -= 3)
        {
            grouped.Insert(i, ',');
        }

        return grouped.ToString();
    }
}
