namespace Daytwo.Runtime.Rules;

/// <summary>The pure part of a reconciler: from what was seen and the wall time to what to write, do, and when to look again.</summary>
/// <typeparam name="TSeen">Everything the decision may depend on, observed.</typeparam>
/// <typeparam name="TStatus">The status to write.</typeparam>
/// <typeparam name="TEffect">The effects there are; usually a closed set of records.</typeparam>
public interface IRules<TSeen, TStatus, TEffect>
    where TEffect : class
{
    /// <summary>The same inputs always give the same decision. No I/O, no clock, no randomness but what was seen.</summary>
    static abstract Decision<TStatus, TEffect> Decide(TSeen seen, DateTimeOffset wall);
}
