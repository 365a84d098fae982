namespace Daytwo.Operator.Scheduling;

/// <summary>Arithmetic on moments that stays within what a moment can hold, however wrong a clock is.</summary>
internal static class Moments
{
    public static DateTimeOffset AddSafely(this DateTimeOffset moment, TimeSpan span) =>
        span > TimeSpan.Zero && DateTimeOffset.MaxValue - moment < span ? DateTimeOffset.MaxValue
        : span < TimeSpan.Zero && moment - DateTimeOffset.MinValue < -span ? DateTimeOffset.MinValue
        : moment + span;
}
