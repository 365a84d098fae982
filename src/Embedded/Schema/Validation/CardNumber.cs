using System.Text.RegularExpressions;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>Payment card numbers: an issuer's pattern and the check digit; other characters between digits are ignored.</summary>
internal static partial class CardNumber
{
    public static bool IsValid(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        return Issuers().IsMatch(digits) && CheckSum(digits) % 10 == 0;
    }

    private static int CheckSum(string digits) => digits.Reverse().Select((c, i) => (c - '0') * (i % 2 + 1)).Sum(d => d > 9 ? d - 9 : d);

    [GeneratedRegex("^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35[0-9]{3})[0-9]{11})\\z")]
    private static partial Regex Issuers();
}
