using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Daytwo.Kubernetes.Yaml;

/// <summary>Finds what a scalar means, by the rules of the YAML reader in Kubernetes.</summary>
internal static partial class YamlScalar
{
    private const string StandardTag = "tag:yaml.org,2002:";

    /// <exception cref="FormatException">It means something that JSON cannot say.</exception>
    public static JsonNode? Resolve(Scalar scalar) => TagOf(scalar) switch
    {
        "" when scalar.Style == ScalarStyle.Plain => ResolvePlain(scalar.Value),
        StandardTag + "int" or StandardTag + "float" or StandardTag + "bool" or StandardTag + "null" => ResolvePlain(scalar.Value),
        StandardTag + "binary" => JsonValue.Create(Encoding.UTF8.GetString(Convert.FromBase64String(scalar.Value))),
        _ => JsonValue.Create(scalar.Value),
    };

    private static string TagOf(Scalar scalar) => scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;

    internal static JsonNode? ResolvePlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => JsonValue.Create(true),
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => JsonValue.Create(false),
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF" or ".nan" or ".NaN" or ".NAN" =>
            throw new FormatException($"the number {text} cannot be said in JSON"),
        _ when char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.' => ResolveNumber(text.Replace("_", "", StringComparison.Ordinal)) ?? JsonValue.Create(text),
        _ => JsonValue.Create(text),
    };

    private static JsonValue? ResolveNumber(string text)
    {
        var digits = text.TrimStart('+', '-');
        var negative = text[0] == '-';
        if (text.Length - digits.Length > 1)
        {
            return null;
        }

        if (TryParseMagnitude(digits, out var magnitude))
        {
            return (negative, magnitude) switch
            {
                (true, <= 1UL << 63) => JsonValue.Create(unchecked(-(long)magnitude)),
                (false, <= long.MaxValue) => JsonValue.Create((long)magnitude),
                (false, _) => JsonValue.Create(magnitude),
                _ => JsonValue.Create(-(double)magnitude),
            };
        }

        return Float().IsMatch(text) && double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? JsonValue.Create(number)
            : null;
    }

    private static bool TryParseMagnitude(string digits, out ulong value) => digits switch
    {
        ['0', 'x' or 'X', .. var hex] => ulong.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value),
        ['0', 'b' or 'B', .. var binary] => ulong.TryParse(binary, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out value),
        ['0', 'o' or 'O', .. var octal] => TryParseOctal(octal, out value),
        ['0', _, ..] => TryParseOctal(digits, out value),
        _ => ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value),
    };

    private static bool TryParseOctal(string digits, out ulong value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7' || value > ulong.MaxValue >> 3)
            {
                return false;
            }

            value = (value << 3) + (ulong)(digit - '0');
        }

        return digits.Length > 0;
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Float();
}
