namespace Daytwo.Runtime.Probes;

/// <summary>One named condition of <c>/livez</c> or <c>/readyz</c>.</summary>
/// <param name="Name">As listed by <c>?verbose</c>.</param>
/// <param name="Failure">Why it does not hold, or null when it does. Quick: it is asked at every probe.</param>
public sealed record HealthCheck(string Name, Func<string?> Failure);
