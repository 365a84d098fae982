namespace Daytwo.Runtime.Rules;

/// <summary>What rules decide.</summary>
/// <param name="Status">The whole next status. It is written before the effect, so it states the intent.</param>
/// <param name="Effect">At most one thing to do; null for nothing. Its result is found by the next observation.</param>
/// <param name="WakeAt">When to look again if nothing changes before; null for never.</param>
/// <param name="Events">What to tell people.</param>
public sealed record Decision<TStatus, TEffect>(TStatus Status, TEffect? Effect, DateTimeOffset? WakeAt, IReadOnlyList<Notice> Events)
    where TEffect : class;
