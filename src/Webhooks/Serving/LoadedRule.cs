using Daytwo.Rules;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Webhooks.Serving;

/// <summary>What came of one rule, as it is now.</summary>
/// <param name="Served">What requests are judged by: the rule as it is now, or as it last could be served; null when it never could.</param>
/// <param name="Problem">Why it cannot be served as it is now; null when it can.</param>
internal sealed record LoadedRule(string Uid, long Generation, string Digest, ServedRule? Served, string? Problem, ParameterReference? Parameters)
{
    /// <summary>Annotations of an object share 256 KiB.</summary>
    private const int LongestProblem = 300;

    /// <summary>What the replica says of it: as in <see cref="ReplicaReport.Rules"/>.</summary>
    /// <param name="isSynced">Whether the parameters it refers to are known.</param>
    public string Told(Func<ParameterReference, bool> isSynced) =>
        Problem is { } problem ? ReplicaReport.NotLoadedFor(problem.Length <= LongestProblem ? problem : problem[..LongestProblem] + "…", Served is not null)
        : Parameters is { } parameters && !isSynced(parameters) ? ReplicaReport.Waiting : Digest;
}
