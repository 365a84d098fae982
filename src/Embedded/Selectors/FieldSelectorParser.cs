using System.Text;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Selectors;

/// <summary>Reads field selectors such as <c>metadata.name=a,type!=Normal</c> for a kind, with the API's texts for what is wrong.</summary>
internal static class FieldSelectorParser
{
    public static Answer<FieldSelector> Parse(string text, KindDefinition kind)
    {
        var requirements = new List<FieldRequirement>();
        foreach (var term in Terms(text))
        {
            if (Split(term) is not var (field, value, negated))
            {
                return Refusals.BadRequest($"invalid selector: '{text}'; can't understand '{term}'");
            }

            if (Source(kind, field) is not { } source)
            {
                return Refusals.BadRequest(Unknown(kind, field));
            }

            var parts = source.Split(" ?? ");
            requirements.Add(new FieldRequirement(field, parts[0], parts.Length > 1 ? parts[1] : "", value, negated));
        }

        return new FieldSelector(requirements);
    }

    private static string? Source(KindDefinition kind, string field) => field switch
    {
        "metadata.name" => ".metadata.name",
        "metadata.namespace" when kind.Namespaced || kind.Custom is null => ".metadata.namespace",
        _ => kind.SelectableFields.GetValueOrDefault(field),
    };

    private static string Unknown(KindDefinition kind, string field) => kind.Custom is not null || kind.SelectableFields.Count > 0
        ? $"field label not supported: {field}"
        : $"\"{field}\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"";

    /// <summary>The parts between commas that are not escaped; empty ones do not count.</summary>
    private static IEnumerable<string> Terms(string text)
    {
        var term = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                term.Append(text[i]).Append(text[++i]);
            }
            else if (text[i] == ',')
            {
                if (term.Length > 0)
                {
                    yield return term.ToString();
                }

                term.Clear();
            }
            else
            {
                term.Append(text[i]);
            }
        }

        if (term.Length > 0)
        {
            yield return term.ToString();
        }
    }

    private static (string Field, string Value, bool Negated)? Split(string term)
    {
        var at = term.IndexOf('=', StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var negated = at > 0 && term[at - 1] == '!';
        var value = term[(at + 1)..];
        if (!negated && value.StartsWith('='))
        {
            value = value[1..];
        }

        return (term[..(negated ? at - 1 : at)], Unescape(value), negated);
    }

    private static string Unescape(string value) => value.Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\=", "=", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
