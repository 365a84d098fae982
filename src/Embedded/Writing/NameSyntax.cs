using System.Text.RegularExpressions;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Writing;

/// <summary>The syntax of names, label keys and label values; each check tells what is wrong in the API's words, or null.</summary>
internal static partial class NameSyntax
{
    private const string SubdomainPattern = @"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private const string LabelPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private const string QualifiedPattern = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private const string LabelValuePattern = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";

    private const string SubdomainText = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', "
        + "and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '" + SubdomainPattern + "')";

    private const string LabelText = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
        + "and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '" + LabelPattern + "')";

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

    public static IEnumerable<string> Subdomain(string text)
    {
        if (text.Length > 253)
        {
            yield return "must be no more than 253 characters";
        }

        if (!SubdomainRegex().IsMatch(text))
        {
            yield return SubdomainText;
        }
    }

    public static IEnumerable<string> Label(string text)
    {
        if (text.Contains('.', StringComparison.Ordinal))
        {
            yield return "must not contain dots";
            yield break;
        }

        if (text.Length > 63)
        {
            yield return "must be no more than 63 characters";
        }

        if (!LabelRegex().IsMatch(text))
        {
            yield return LabelText;
        }
    }

    /// <summary>What is wrong with a label key, an annotation key or a finalizer's name.</summary>
    public static string? QualifiedName(string text)
    {
        var at = text.IndexOf('/', StringComparison.Ordinal);
        var name = text[(at + 1)..];
        if (at >= 0 && name.Contains('/', StringComparison.Ordinal))
        {
            return $"a valid label key {QualifiedCharacters} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
        }

        if (at == 0)
        {
            return "prefix part must be non-empty";
        }

        if (at > 0 && Subdomain(text[..at]).FirstOrDefault() is { } problem)
        {
            return "prefix part " + problem;
        }

        return name.Length == 0 ? "name part must be non-empty"
            : name.Length > 63 ? "name part must be no more than 63 characters"
            : QualifiedRegex().IsMatch(name) ? null : "name part " + QualifiedCharacters;
    }

    public static string? LabelValue(string text) =>
        text.Length > 63 ? "must be no more than 63 characters" : LabelValueRegex().IsMatch(text) ? null : LabelValueText;

    private static IEnumerable<string> PathSegment(string text)
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

    [GeneratedRegex("^" + SubdomainPattern + @"\z")]
    private static partial Regex SubdomainRegex();

    [GeneratedRegex("^" + LabelPattern + @"\z")]
    private static partial Regex LabelRegex();

    [GeneratedRegex("^" + QualifiedPattern + @"\z")]
    private static partial Regex QualifiedRegex();

    [GeneratedRegex("^" + LabelValuePattern + @"\z")]
    private static partial Regex LabelValueRegex();
}
