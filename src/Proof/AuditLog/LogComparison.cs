using System.Text.Json;

namespace Daytwo.Proof.AuditLog;

/// <summary>Compares what policy and webhook said of the same live requests, event after event of apiservers' audit logs. Memory does not grow with the log.</summary>
public sealed class LogComparison
{
    private const int MostDifferences = 100;

    private readonly SortedDictionary<string, LoggedRule> _rules = new(StringComparer.Ordinal);
    private readonly List<LoggedDifference> _differences = [];

    /// <summary>Lines read so far.</summary>
    public long Events { get; private set; }

    /// <summary>Takes one event.</summary>
    /// <exception cref="ProofException">The line is no audit event.</exception>
    public void Add(string line)
    {
        Events++;
        try
        {
            foreach (var request in LoggedRequest.Of(line))
            {
                Add(request);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ProofException($"line {Events} is no audit event as apiservers log them (format json): {e.Message}", e);
        }
    }

    public LogReport Finish() => new(Events, [.. _rules.Values], _differences);

    private void Add(LoggedRequest request)
    {
        var rule = _rules.GetValueOrDefault(request.Rule) ?? new LoggedRule(request.Rule, 0, 0, 0, 0);
        if (!request.Comparable)
        {
            _rules[request.Rule] = rule with { Unknown = rule.Unknown + 1 };
            return;
        }

        _rules[request.Rule] = rule with { Requests = rule.Requests + 1, Broken = rule.Broken + (request.Webhook.Count > 0 ? 1 : 0), Different = rule.Different + (request.Same ? 0 : 1) };
        if (!request.Same && _differences.Count < MostDifferences)
        {
            _differences.Add(new LoggedDifference(request.Rule, request.Time, request.Request, request.AuditId, request.Policy!, request.Webhook));
        }
    }
}
