using System.Globalization;
using System.Numerics;

namespace Daytwo.Cel.Quantities;

/// <summary>Reads quantities as resource.ParseQuantity does: which of them are integers follows from the number of digits that were written.</summary>
internal static class QuantityParser
{
    private const string WrongFormat = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    private const string WrongNumber = "unable to parse numeric part of quantity";
    private const string WrongSuffix = "unable to parse quantity's suffix";
    private const string SuffixLetters = "eEinumkKMGTP";
    private const int MaxDigits = 18;
    private const int Nano = 9;

    /// <summary>Zeroes that we are willing to write out, for a few of cost. The original would try 2³¹.</summary>
    private const int MaxExponent = 10_000;

    public static Quantity? Parse(string text, out string? error)
    {
        error = null;
        if (text.Length == 0)
        {
            error = WrongFormat;
            return null;
        }

        if (!Split(text, out var value, out var whole, out var fraction, out var suffix))
        {
            error = WrongFormat;
            return null;
        }

        if (!QuantitySuffix.TryRead(suffix, out var binary, out var exponent, out var format))
        {
            error = WrongSuffix;
            return null;
        }

        var negative = text[0] == '-';
        if (Small(text, whole, fraction, binary, exponent, negative, format) is { } small)
        {
            return small;
        }

        if (Math.Abs((long)exponent) > MaxExponent || !value.ContainsAnyInRange('0', '9'))
        {
            error = WrongNumber;
            return null;
        }

        return Big(value, binary, exponent, format);
    }

    /// <summary>The parts of a quantity; zeroes before the number are dropped.</summary>
    private static bool Split(string text, out ReadOnlySpan<char> value, out string whole, out string fraction, out string suffix)
    {
        var at = text[0] is '-' or '+' ? 1 : 0;
        value = text;
        fraction = suffix = "";
        at += LengthOf(text.AsSpan(at), static c => c == '0');
        if (at == text.Length)
        {
            whole = "0";
            value = "0";
            return true;
        }

        var length = LengthOf(text.AsSpan(at), char.IsAsciiDigit);
        whole = text.Substring(at, length);
        at += length;
        if (at == text.Length)
        {
            return true;
        }

        whole = length == 0 ? "0" : whole;
        if (text[at] == '.')
        {
            length = LengthOf(text.AsSpan(at + 1), char.IsAsciiDigit);
            fraction = text.Substring(at + 1, length);
            at += 1 + length;
            if (at == text.Length)
            {
                return true;
            }
        }

        value = text.AsSpan(0, at);
        suffix = text[at..];
        at += LengthOf(text.AsSpan(at), static c => SuffixLetters.Contains(c, StringComparison.Ordinal));
        at += at < text.Length && text[at] is '-' or '+' ? 1 : 0;
        at += LengthOf(text.AsSpan(at), char.IsAsciiDigit);
        return at == text.Length;
    }

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 0;
        while (length < text.Length && belongs(text[length]))
        {
            length++;
        }

        return length;
    }

    private static Quantity? Small(
        string text, string whole, string fraction, bool binary, int exponent, bool negative, QuantityFormat format)
    {
        var scale = unchecked((binary ? 0 : exponent) - fraction.Length);
        var precision = !binary ? MaxDigits - whole.Length - fraction.Length
            : fraction.Length == 0 ? 15 - whole.Length - (int)((float)exponent * 3 / 10) - 1
            : -1;
        if (precision < 0 || scale < -Nano)
        {
            return null;
        }

        var digits = whole + fraction;
        var number = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        var product = (BigInteger)number << (binary ? exponent : 0);
        if (product > long.MaxValue)
        {
            return null;
        }

        var canonical = binary ? exponent % 10 == 0 && (number & 7) != 0 : scale % 3 == 0 && !digits.EndsWith("000", StringComparison.Ordinal) && digits[0] != '0';
        canonical |= text == "0";
        return new Quantity(new ScaledInteger((long)(negative ? -product : product), scale), format, canonical ? text : null);
    }

    private static Quantity Big(ReadOnlySpan<char> value, bool binary, int exponent, QuantityFormat format)
    {
        var point = value.IndexOf('.');
        var fraction = point < 0 ? 0 : value.Length - point - 1;
        var digits = BigInteger.Parse(value.ToString().Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var amount = binary ? new BigDecimal(digits << exponent, fraction) : new BigDecimal(digits, fraction - exponent);
        var sign = amount.Sign;
        amount = sign < 0 ? -amount : amount;
        amount = sign == 0 ? amount : amount.RoundedAway(Nano);
        if (format == QuantityFormat.BinarySI && BigDecimal.Compare(amount, new BigDecimal(long.MaxValue, 0)) > 0)
        {
            amount = new BigDecimal(long.MaxValue, 0);
        }

        if (format == QuantityFormat.BinarySI && amount.Sign > 0 && BigDecimal.Compare(amount, new BigDecimal(1, 0)) < 0)
        {
            format = QuantityFormat.DecimalSI;
        }

        return new Quantity(sign < 0 ? -amount : amount, format);
    }
}
