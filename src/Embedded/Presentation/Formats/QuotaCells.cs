using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Cells of resource quotas.</summary>
internal static class QuotaCells
{
    /// <summary>Used and hard amounts, of limits or of everything else.</summary>
    public static string Usage(JsonObject quota, bool limits)
    {
        var status = quota.Child("status");
        var hard = (status.Child("hard") ?? []).Where(h => h.Key.StartsWith("limits.", StringComparison.Ordinal) == limits)
            .OrderBy(h => h.Key, StringComparer.Ordinal);
        return string.Join(", ", hard.Select(h => $"{h.Key}: {status.Child("used")?[h.Key]?.ToString() ?? "0"}/{h.Value}"));
    }
}
