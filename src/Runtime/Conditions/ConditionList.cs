using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Conditions;

/// <summary>
/// The next conditions of an object, from the present ones. Guarantees: one condition per type, in stable order;
/// <c>lastTransitionTime</c> moves only when the status does; an unchanged judgement gives equal conditions, so nothing is written.
/// </summary>
/// <param name="current">What the object has now.</param>
/// <param name="generation">The generation of the spec that the judgements are made from.</param>
/// <param name="wall">Now.</param>
public sealed class ConditionList(IReadOnlyList<Condition>? current, long generation, DateTimeOffset wall)
{
    private readonly List<Condition> _conditions = [.. current ?? []];

    /// <summary>The conditions to write.</summary>
    public IReadOnlyList<Condition> ToList() => [.. _conditions];

    /// <summary>The condition of that type, or null.</summary>
    public Condition? Get(string type) => _conditions.Find(c => c.Type == type);

    public ConditionList True(string type, string reason, string message) => Set(type, ConditionStatus.True, reason, message);

    public ConditionList False(string type, string reason, string message) => Set(type, ConditionStatus.False, reason, message);

    public ConditionList Unknown(string type, string reason, string message) => Set(type, ConditionStatus.Unknown, reason, message);

    /// <param name="reason">A CamelCase word.</param>
    /// <param name="message">A sentence that lets a person act. Nothing in it may change while nothing changes, such as times or counts of tries.</param>
    public ConditionList Set(string type, string status, string reason, string message)
    {
        var index = _conditions.FindIndex(c => c.Type == type);
        var before = index < 0 ? null : _conditions[index];
        var next = new Condition
        {
            Type = type,
            Status = status,
            ObservedGeneration = generation,
            LastTransitionTime = before?.Status == status && before.LastTransitionTime is { } since ? since : ToSecond(wall),
            Reason = reason,
            Message = message,
        };
        if (index < 0)
        {
            _conditions.Add(next);
        }
        else
        {
            _conditions[index] = next;
        }

        return this;
    }

    /// <summary>Takes out a condition that no longer applies.</summary>
    public ConditionList Remove(string type)
    {
        _conditions.RemoveAll(c => c.Type == type);
        return this;
    }

    /// <summary>The API keeps whole seconds; finer times would differ from what is read back.</summary>
    private static DateTimeOffset ToSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
