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
    private long _different;
    private long? _engineDiffers;

    /// <param name="engine">What the engine says where it says otherwise than the policy; null where it agrees or was not asked.</param>
    public void Add(string request, Answer policy, IReadOnlyList<AspectDifference> aspects, bool engineAsked, string? engine)
    {
        lock (_gate)
        {
            _requests++;
            _verdicts[policy.Kind] = _verdicts.GetValueOrDefault(policy.Kind) + 1;
            _different += aspects.Count > 0 ? 1 : 0;
            _engineDiffers = engineAsked ? (_engineDiffers ?? 0) + (engine is null ? 0 : 1) : _engineDiffers;
            if ((aspects.Count > 0 || engine is not null) && _kept.Count < MostKept)
            {
                _kept.Add(new ItemDifference(apiserver, mode, request, aspects, engine));
            }
        }
    }

    public RuleComparison Result(TimeSpan elapsed)
    {
        lock (_gate)
        {
            return new RuleComparison(rule, apiserver, mode, _requests, _different, new SortedDictionary<AnswerKind, long>(_verdicts), _engineDiffers, elapsed.TotalSeconds, [.. _kept]);
        }
    }
}
