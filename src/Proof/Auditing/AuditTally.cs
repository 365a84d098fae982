namespace Daytwo.Proof.Auditing;

/// <summary>Counts results and keeps some: memory is bounded, whatever the size of the cluster.</summary>
internal sealed class AuditTally(AuditOptions options, IEnumerable<string> rules)
{
    /// <summary>So many results are kept in all, in however many reports.</summary>
    private const int MostInAll = 20_000;

    private readonly Dictionary<string, SectionDraft> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuditCounts> _rules = rules.ToDictionary(rule => rule, _ => AuditCounts.None, StringComparer.Ordinal);
    private AuditCounts _all = AuditCounts.None;
    private int _kept;

    public void Add(AuditResult result)
    {
        _all = _all.With(result.Outcome);
        _rules[result.Rule] = _rules[result.Rule].With(result.Outcome);
        var key = options.ByNamespace ? result.Object?.Namespace ?? "" : "";
        if (!_sections.TryGetValue(key, out var section))
        {
            _sections[key] = section = new SectionDraft(key.Length == 0 ? null : key, options.MaxResults);
        }

        _kept += section.Add(result, _kept < Math.Max(MostInAll, options.MaxResults)) ? 1 : 0;
    }

    public AuditReport Finish(DateTimeOffset startedAt, TimeSpan took, long objects) => new(
        startedAt, took.TotalSeconds, objects, _all,
        [.. _rules.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => new RuleCounts(rule.Key, rule.Value))],
        [.. _sections.OrderBy(section => section.Key, StringComparer.Ordinal).Select(section => section.Value.Finish())]);
}
