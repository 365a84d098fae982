using Daytwo.Rules.Webhooks;

namespace Daytwo.Operator.AdmissionRule.Effects;

/// <summary>Notices replicas that died without a word: at the moment their Leases end. One timer for all rules, and no request.</summary>
/// <param name="replicas">What replicas say of themselves, the dead too.</param>
/// <param name="fellSilent">Called when one that was alive is no longer.</param>
internal sealed class SilenceWatch(Func<IEnumerable<ReplicaReport>> replicas, Action fellSilent, TimeProvider time)
{
    /// <summary>A replica that starts while none is alive is seen by then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>Watches until cancelled.</summary>
    public async Task Run(CancellationToken ct)
    {
        var alive = new HashSet<string>(StringComparer.Ordinal);
        while (!ct.IsCancellationRequested)
        {
            var wall = time.GetUtcNow();
            var live = replicas().Where(report => report.IsLive(wall)).ToList();
            var left = alive;
            alive = [.. live.Select(report => report.Replica)];
            if (!left.IsSubsetOf(alive))
            {
                fellSilent();
            }

            await Task.Delay(Next(live, wall), time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until the first of their Leases ends; most are renewed before.</summary>
    internal static TimeSpan Next(IEnumerable<ReplicaReport> live, DateTimeOffset wall)
    {
        var ends = live.Select(report => report.RenewedAt + report.Duration - wall).Append(Longest).Min();
        return ends > Shortest ? ends : Shortest;
    }
}
