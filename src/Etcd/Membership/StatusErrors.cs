using System.Globalization;
using System.Text.RegularExpressions;
using Daytwo.Etcd.Maintenance;

namespace Daytwo.Etcd.Membership;

/// <summary>
/// Reads the errors of a status, where etcd lists health problems of the member beside the alarms of all members
/// (<c>memberID:8211f1d0f64f3269 alarm:NOSPACE</c>, the id in decimal).
/// </summary>
internal static partial class StatusErrors
{
    /// <summary>The alarms of any member.</summary>
    public static IEnumerable<Alarm> Alarms(MemberStatus status) =>
        status.Errors.Select(ParseAlarm).OfType<Alarm>();

    /// <summary>The alarms that one member raised. They stand in every member's status; the freshest may know more than the accused.</summary>
    public static HashSet<AlarmType> Raised(ClusterView view, ulong memberId) =>
        [.. AllOf(view).Where(a => a.MemberId == memberId).Select(a => a.Type)];

    /// <summary>The alarms that any endpoint tells of.</summary>
    public static IEnumerable<Alarm> AllOf(ClusterView view) => view.Endpoints.Select(e => e.Status).OfType<MemberStatus>().SelectMany(Alarms);

    /// <summary>What is not an alarm: the member's own trouble.</summary>
    public static IEnumerable<string> Own(MemberStatus status) => status.Errors.Where(e => ParseAlarm(e) is null);

    private static Alarm? ParseAlarm(string error)
    {
        var match = AlarmText().Match(error);
        if (!match.Success || !ulong.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var member))
        {
            return null;
        }

        return new Alarm(member, match.Groups[2].Value switch
        {
            "NOSPACE" => AlarmType.NoSpace,
            "CORRUPT" => AlarmType.Corrupt,
            _ => AlarmType.None,
        });
    }

    [GeneratedRegex(@"^\s*memberID:(\d+)\s+alarm:(\w+)\s*$")]
    private static partial Regex AlarmText();
}
