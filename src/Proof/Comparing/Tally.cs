using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Comparing;

/// <summary>Counts what comes of a comparison, from several threads; keeps the first differences only, so that memory is bounded.</summary>
internal sealed class Tally(string rule, string apiserver, string mode)
{
    private const int MostKept = 50;

    private readonly Lock _gate = new();
    private readonly Dictionary<AnswerKind, long> _verdicts = [];
    private readonly List<ItemDifference> _kept = [];
    private long _requests;
    private long _judged;
    private long _different;
    private long _engineDiffers;

    /// <param name="aspects">In what policy and webhook differ.</param>
    /// <param name="engine">What the engine says; null where it had no say.</param>
    public void Add(string request, Answer policy, IReadOnlyList<AspectDifference> aspects, EngineAnswer? engine)
    {
        var otherwise = engine is null ? [] : AnswerComparison.Of(policy, engine.Answer);
        lock (_gate)
        {
            _requests++;
            _judged += engine is { Judged: true } ? 1 : 0;
            _different += aspects.Count > 0 ? 1 : 0;
            _engineDiffers += otherwise.Count > 0 ? 1 : 0;
            _verdicts[policy.Kind] = _verdicts.GetValueOrDefault(policy.Kind) + 1;
            if (aspects.Count + otherwise.Count > 0 && _kept.Count < MostKept)
            {
                _kept.Add(new ItemDifference(apiserver, mode, request, aspects, otherwise.Count == 0 ? null : string.Join('\n', otherwise.Select(Line))));
            }
        }
    }

    public RuleComparison Result(TimeSpan elapsed)
    {
        lock (_gate)
        {
            return new RuleComparison(
                rule, apiserver, mode, _requests, _judged, _different, _engineDiffers, new SortedDictionary<AnswerKind, long>(_verdicts), elapsed.TotalSeconds, [.. _kept]);
        }
    }

    private static string Line(AspectDifference difference) => $"{difference.Aspect.ToString().ToLowerInvariant()}: {difference.Webhook} (policy: {difference.Policy})";
}
