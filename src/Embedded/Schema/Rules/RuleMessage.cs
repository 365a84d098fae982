using System.Text;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>Where and how a rule that does not hold is told.</summary>
internal static class RuleMessage
{
    private const int LongestComputed = 5 * 1024;

    /// <summary>The text of a message expression when it is one short line, else null.</summary>
    public static string? Usable(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > 0 && Encoding.UTF8.GetByteCount(trimmed) <= LongestComputed && !trimmed.Contains('\n', StringComparison.Ordinal) ? trimmed : null;
    }

    /// <summary>The field a rule points at: <c>.spec.a</c> or <c>['b']</c> below the one it stands at.</summary>
    public static FieldPath Field(FieldPath at, string path)
    {
        if (path.Length == 0)
        {
            return at;
        }

        var below = path.Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal).TrimStart('.');
        return at.Child(below);
    }
}
