using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Daytwo.Operator.Scheduling;

/// <summary>Finds a time zone by its IANA name, such as <c>Europe/Berlin</c>. No name means UTC, never the machine's own zone.</summary>
internal static partial class TimeZones
{
    public static bool TryFind(string? name, [NotNullWhen(true)] out TimeZoneInfo? zone, [NotNullWhen(false)] out string? error)
    {
        (zone, error) = (null, null);
        if (string.IsNullOrEmpty(name) || name is "UTC" or "Etc/UTC")
        {
            zone = TimeZoneInfo.Utc;
            return true;
        }

        if (!Name().IsMatch(name) || !TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone))
        {
            error = $"the time zone \"{name}\" is not known; give an IANA name such as Europe/Berlin or Etc/UTC";
            return false;
        }

        return true;
    }

    /// <summary>Zone names are also paths of files; this keeps them inside the folder of zones, and leaves out the machine's own zone.</summary>
    [GeneratedRegex(@"\A(?!localtime\z|posixrules\z)[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}\z")]
    private static partial Regex Name();
}
