namespace Daytwo.Embedded.Routing;

/// <summary>The query of a request. Absent parameters read as empty.</summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    public QueryParameters(string query)
    {
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            Add(Decode(at < 0 ? pair : pair[..at]), at < 0 ? "" : Decode(pair[(at + 1)..]));
        }
    }

    /// <summary>The first value.</summary>
    public string this[string name] => values.TryGetValue(name, out var found) ? found[0] : "";

    public bool Has(string name) => values.ContainsKey(name);

    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var found) ? found : [];

    /// <summary>A flag as the API reads one: present and neither <c>false</c> nor <c>0</c>.</summary>
    public bool Flag(string name) => values.TryGetValue(name, out var found) && found[0].ToLowerInvariant() is not ("false" or "0");

    private void Add(string name, string value)
    {
        if (values.TryGetValue(name, out var found))
        {
            found.Add(value);
        }
        else
        {
            values.Add(name, [value]);
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
