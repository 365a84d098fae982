using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Daytwo.Kubernetes.Json;

/// <summary>A small read-only map, in the order read: a third of a dictionary's memory, as fast for the dozen entries labels have.</summary>
internal sealed class StringMap(KeyValuePair<string, string>[] entries) : IReadOnlyDictionary<string, string>
{
    public static StringMap Empty { get; } = new([]);

    public int Count => entries.Length;

    public IEnumerable<string> Keys => entries.Select(e => e.Key);

    public IEnumerable<string> Values => entries.Select(e => e.Value);

    public string this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"there is no key \"{key}\"");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
