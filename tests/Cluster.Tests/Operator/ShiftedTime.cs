namespace Daytwo.Cluster.Tests.Operator;

/// <summary>The system's clock, set forward or back.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;

    /// <summary>A clock on which the next full minute is that near, so that a schedule need not be waited for.</summary>
    public static ShiftedTime BeforeTheMinute(TimeSpan left) =>
        new(TimeSpan.FromSeconds(60) - left - TimeSpan.FromSeconds(System.GetUtcNow().TimeOfDay.TotalSeconds % 60));
}
