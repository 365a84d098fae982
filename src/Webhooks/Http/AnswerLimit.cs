using System.Globalization;

namespace Daytwo.Webhooks.Http;

/// <summary>How long the caller waits: apiservers say so in the query, as <c>?timeout=5s</c>.</summary>
internal static class AnswerLimit
{
    private const string Key = "timeout=";

    /// <returns>What the query says in seconds, at most <paramref name="longest"/>; that where the query says nothing.</returns>
    public static TimeSpan Of(string query, TimeSpan longest)
    {
        var start = query.IndexOf(Key, StringComparison.Ordinal);
        if (start < 0)
        {
            return longest;
        }

        var value = query.AsSpan(start + Key.Length);
        var end = value.IndexOf('&');
        value = end < 0 ? value : value[..end];
        return value.EndsWith("s") && int.TryParse(value[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : longest;
    }
}
