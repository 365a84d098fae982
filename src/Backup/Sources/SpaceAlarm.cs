using Daytwo.Etcd.Membership;

namespace Daytwo.Backup.Sources;

/// <summary>Tells of the alarm NOSPACE. A snapshot can be taken in spite of it, and should be; but nobody can write until someone acts.</summary>
internal static class SpaceAlarm
{
    /// <returns>Null when no member has it.</returns>
    public static string? Describe(MemberChoice choice) => choice.OutOfSpace.Count == 0
        ? null
        : $"etcd takes no writes: {string.Join(", ", choice.OutOfSpace)} {(choice.OutOfSpace.Count == 1 ? "has" : "have")} the alarm NOSPACE. "
            + "Compact, defragment each member or raise --quota-backend-bytes, then run 'etcdctl alarm disarm'.";
}
