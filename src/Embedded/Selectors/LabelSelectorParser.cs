using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Selectors;

/// <summary>Reads label selectors such as <c>a=b,c in (d,e),!f</c> with the API's texts for what is wrong.</summary>
internal sealed class LabelSelectorParser(string text)
{
    private readonly LabelSelectorTokens tokens = new(text);

    public Answer<LabelSelector> Parse()
    {
        var requirements = new List<LabelRequirement>();
        while (true)
        {
            var answer = Requirement();
            if (answer.Refused(out var requirement, out var fault))
            {
                return fault;
            }

            requirements.Add(requirement);
            var next = tokens.Next();
            if (next.Length == 0)
            {
                return new LabelSelector(requirements);
            }

            if (next != ",")
            {
                return Unexpected(next, "',' or 'end of string'", wrapped: false);
            }

            var ahead = tokens.Peek();
            if (ahead != "!" && !LabelSelectorTokens.IsIdentifier(ahead))
            {
                return Unexpected(ahead, "identifier after ','", wrapped: false);
            }
        }
    }

    private Answer<LabelRequirement> Requirement()
    {
        var absent = tokens.Peek() == "!";
        if (absent)
        {
            tokens.Next();
        }

        var key = tokens.Next();
        if (!LabelSelectorTokens.IsIdentifier(key))
        {
            return Unexpected(key, "identifier");
        }

        if (NameSyntax.QualifiedName(key).ToList() is { Count: > 0 } problems)
        {
            return Refusals.BadRequest($"unable to parse requirement: <nil>: Invalid value: \"{key}\": {string.Join("; ", problems)}");
        }

        if (absent)
        {
            return new LabelRequirement(key, LabelOperator.DoesNotExist, []);
        }

        return tokens.Peek() is "" or "," ? new LabelRequirement(key, LabelOperator.Exists, []) : Comparison(key);
    }

    private Answer<LabelRequirement> Comparison(string key)
    {
        var symbol = tokens.Next();
        LabelOperator? compare = symbol switch
        {
            "=" or "==" or "in" => LabelOperator.In,
            "!=" or "notin" => LabelOperator.NotIn,
            ">" or "gt" => LabelOperator.GreaterThan,
            "<" or "lt" => LabelOperator.LessThan,
            _ => null,
        };
        if (compare is null)
        {
            return Unexpected(symbol, "in, notin, =, ==, !=, gt, lt");
        }

        if ((symbol is "in" or "notin" ? ValueList() : SingleValue()).Refused(out var values, out var fault))
        {
            return fault;
        }

        foreach (var value in values)
        {
            if (NameSyntax.LabelValue(value).ToList() is { Count: > 0 } problems)
            {
                return Refusals.BadRequest($"unable to parse requirement: values[0][{key}]: Invalid value: \"{value}\": {string.Join("; ", problems)}");
            }
        }

        return new LabelRequirement(key, compare.Value, values);
    }

    private Answer<List<string>> SingleValue()
    {
        if (tokens.Peek() is "" or ",")
        {
            return new List<string> { "" };
        }

        var value = tokens.Next();
        return LabelSelectorTokens.IsIdentifier(value) ? new List<string> { value } : Unexpected(value, "identifier");
    }

    private Answer<List<string>> ValueList()
    {
        if (tokens.Next() is var open && open != "(")
        {
            return Unexpected(open, "'('");
        }

        var values = new List<string>();
        while (true)
        {
            var value = tokens.Peek() is "," or ")" ? "" : tokens.Next();
            if (value.Length > 0 && !LabelSelectorTokens.IsIdentifier(value))
            {
                return Unexpected(value, "',', ')' or identifier");
            }

            values.Add(value);
            var next = tokens.Next();
            if (next == ")")
            {
                return values;
            }

            if (next != ",")
            {
                return Unexpected(next, "',' or ')'");
            }
        }
    }

    private static Fault Unexpected(string found, string expected, bool wrapped = true) =>
        Refusals.BadRequest($"{(wrapped ? "unable to parse requirement: " : "")}found '{found}', expected: {expected}");
}
