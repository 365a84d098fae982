using System.Globalization;
using System.Text;
using Daytwo.Cel.Patterns;

namespace Daytwo.Cel.Formats;

/// <summary>Names, labels and annotations, with the errors of apimachinery's validation.</summary>
internal static class NameFormats
{
    private const int LongestLabel = 63;
    private const int LongestSubdomain = 253;
    private const string Empty = "must be non-empty";

    // Both count bytes; the messages differ between the older and the newer of the original's packages.
    private const string Characters = "characters";
    private const string Bytes = "bytes";

    private static readonly Rule Label = new(
        "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
        "my-name",
        "123-abc");

    private static readonly Rule Subdomain = new(
        @"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
        "example.com");

    private static readonly Rule OldLabel = new(
        "[a-z]([-a-z0-9]*[a-z0-9])?",
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
        "my-name",
        "abc-123");

    private static readonly Rule Qualified = new(
        "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]",
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
        "MyName",
        "my.name",
        "123-abc");

    private static readonly Rule Value = new(
        "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?",
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
        "MyValue",
        "my_value",
        "12345");

    public static IReadOnlyList<string> Dns1123Label(string text)
    {
        var errors = LengthErrors(text, LongestLabel, Characters);
        if (!Label.Holds(text))
        {
            errors.Add(Subdomain.Holds(text) ? "must not contain dots" : Label.Error);
        }

        return errors;
    }

    public static IReadOnlyList<string> Dns1123Subdomain(string text) => Check(text, LongestSubdomain, Characters, Subdomain);

    public static IReadOnlyList<string> Dns1035Label(string text) => Check(text, LongestLabel, Characters, OldLabel);

    public static IReadOnlyList<string> LabelValue(string text) => Check(text, LongestLabel, Bytes, Value);

    public static IReadOnlyList<string> QualifiedName(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2)
        {
            return [$"a valid label key {Qualified.Error} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"];
        }

        var errors = new List<string>();
        if (parts.Length == 2)
        {
            errors.AddRange(parts[0].Length == 0 ? [Empty] : Check(parts[0], LongestSubdomain, Bytes, Subdomain));
            errors = errors.ConvertAll(e => "prefix part " + e);
        }

        var name = parts[^1];
        List<string> nameErrors = name.Length == 0 ? [Empty] : LengthErrors(name, LongestLabel, Bytes);
        if (!Qualified.Holds(name))
        {
            nameErrors.Add(Qualified.Error);
        }

        return [.. errors, .. nameErrors.Select(e => "name part " + e)];
    }

    /// <summary>A prefix may end with a dash, since something follows.</summary>
    public static string WithoutDash(string prefix) => prefix.Length > 1 && prefix.EndsWith('-') ? prefix[..^2] + "a" : prefix;

    private static List<string> Check(string text, int longest, string unit, Rule rule)
    {
        var errors = LengthErrors(text, longest, unit);
        if (!rule.Holds(text))
        {
            errors.Add(rule.Error);
        }

        return errors;
    }

    private static List<string> LengthErrors(string text, int longest, string unit) =>
        Encoding.UTF8.GetByteCount(text) > longest ? [string.Create(CultureInfo.InvariantCulture, $"must be no more than {longest} {unit}")] : [];

    private sealed class Rule(string pattern, string requirement, params string[] examples)
    {
        private readonly Lazy<Pattern> _whole = new(() => Pattern.Parse($"^{pattern}$", out _)!);

        public string Error { get; } = $"{requirement} (e.g. '{string.Join("',  or '", examples)}', regex used for validation is '{pattern}')";

        public bool Holds(string text) => _whole.Value.IsMatch(Encoding.UTF8.GetBytes(text));
    }
}
