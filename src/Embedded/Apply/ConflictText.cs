using System.Globalization;

namespace Daytwo.Embedded.Apply;

/// <summary>The Status message of conflicts.</summary>
internal static class ConflictText
{
    /// <param name="conflicts">Grouped by manager already.</param>
    public static string Of(IReadOnlyList<FieldConflict> conflicts)
    {
        if (conflicts.Count == 1)
        {
            return $"Apply failed with 1 conflict: conflict with {conflicts[0].Manager}: {conflicts[0].Path}";
        }

        var lines = new List<string>();
        foreach (var group in conflicts.GroupBy(c => c.Manager))
        {
            lines.Add($"conflicts with {group.Key}:");
            lines.AddRange(group.Select(c => $"- {c.Path}"));
        }

        return $"Apply failed with {conflicts.Count.ToString(CultureInfo.InvariantCulture)} conflicts: {string.Join('\n', lines)}";
    }
}
