using System.Collections.Concurrent;

namespace Daytwo.Webhooks.Serving;

/// <summary>Picks some of many: one of a rule every ten seconds.</summary>
internal sealed class ShadowSample(TimeProvider time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, long> _last = new(StringComparer.Ordinal);

    public bool Take(string rule)
    {
        var now = time.GetTimestamp();
        if (!_last.TryGetValue(rule, out var last))
        {
            return _last.TryAdd(rule, now);
        }

        return time.GetElapsedTime(last, now) >= Period && _last.TryUpdate(rule, now, last);
    }
}
