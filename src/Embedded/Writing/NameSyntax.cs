using System.Text;
using System.Text.RegularExpressions;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Writing;

/// <summary>The syntax of names, label keys and label values; each check tells what is wrong in the API's words.</summary>
internal static partial class NameSyntax
{
    private const string SubdomainPattern = @"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private const string LabelPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private const string LetteredLabelPattern = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private const string QualifiedPattern = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private const string LabelValuePattern = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";

    private const string SubdomainText = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', "
        + "and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '" + SubdomainPattern + "')";

    private const string LabelText = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
        + "and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '" + LabelPattern + "')";

    private const string LetteredLabelText = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, "
        + "and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '" + LetteredLabelPattern + "')";

    private const string QualifiedCharacters = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
        + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '" + QualifiedPattern + "')";

    private const string LabelValueText = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', "
        + "and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '"
        + LabelValuePattern + "')";

    /// <summary>What is wrong with an object's name; a generated name's prefix may end in what a whole name may not.</summary>
    public static IEnumerable<string> ObjectName(string name, NameRule rule, bool prefix = false)
    {
        var whole = prefix && name.Length > 0 && name[^1] == '-' ? name[..^1] + "a" : name;
        return rule switch
        {
            NameRule.Label => Label(whole),
            NameRule.PathSegment => PathSegment(name),
            _ => Subdomain(whole),
        };
    }

    /// <param name="unit">What the API counts, in its words: characters of names, bytes of parts of keys.</param>
    public static IEnumerable<string> Subdomain(string text, string unit = "characters") => Problems(text, 253, unit, SubdomainRegex(), SubdomainText);

    public static IEnumerable<string> Label(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? ["must not contain dots"] : Problems(text, 63, "characters", LabelRegex(), LabelText);

    /// <summary>As <see cref="Label"/>, and begins with a letter.</summary>
    public static IEnumerable<string> LetteredLabel(string text) => Problems(text, 63, "characters", LetteredLabelRegex(), LetteredLabelText);

    /// <summary>What is wrong with a label key, an annotation key, a finalizer's or a condition's name.</summary>
    public static IEnumerable<string> QualifiedName(string text)
    {
        var at = text.IndexOf('/', StringComparison.Ordinal);
        var name = text[(at + 1)..];
        if (at >= 0 && name.Contains('/', StringComparison.Ordinal))
        {
            return [$"a valid label key {QualifiedCharacters} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"];
        }

        var prefix = at < 0 ? [] : at == 0 ? ["must be non-empty"] : Subdomain(text[..at], "bytes");
        return [.. prefix.Select(problem => "prefix part " + problem), .. NamePart(name).Select(problem => "name part " + problem)];
    }

    public static IEnumerable<string> LabelValue(string text) => Problems(text, 63, "bytes", LabelValueRegex(), LabelValueText);

    /// <summary>What is wrong with a name that is a part of a URL's path.</summary>
    public static IEnumerable<string> PathSegment(string text)
    {
        if (text is "." or "..")
        {
            yield return $"may not be '{text}'";
        }

        foreach (var character in "/%".Where(c => text.Contains(c, StringComparison.Ordinal)))
        {
            yield return $"may not contain '{character}'";
        }
    }

    private static IEnumerable<string> NamePart(string name) =>
        [.. name.Length == 0 ? ["must be non-empty"] : Array.Empty<string>(), .. Problems(name, 63, "bytes", QualifiedRegex(), QualifiedCharacters)];

    /// <summary>Length and syntax. The API counts bytes, whatever it calls them.</summary>
    private static IEnumerable<string> Problems(string text, int longest, string unit, Regex syntax, string form)
    {
        if (Encoding.UTF8.GetByteCount(text) > longest)
        {
            yield return $"must be no more than {longest} {unit}";
        }

        if (!syntax.IsMatch(text))
        {
            yield return form;
        }
    }

    [GeneratedRegex("^" + SubdomainPattern + @"\z")]
    private static partial Regex SubdomainRegex();

    [GeneratedRegex("^" + LabelPattern + @"\z")]
    private static partial Regex LabelRegex();

    [GeneratedRegex("^" + LetteredLabelPattern + @"\z")]
    private static partial Regex LetteredLabelRegex();

    [GeneratedRegex("^" + QualifiedPattern + @"\z")]
    private static partial Regex QualifiedRegex();

    [GeneratedRegex("^" + LabelValuePattern + @"\z")]
    private static partial Regex LabelValueRegex();
}
