namespace Daytwo.Runtime.Machines;

/// <summary>Exponential back-off: <c>Initial × 2^(failures−1)</c>, at most <paramref name="Longest"/>, lengthened by up to <paramref name="Jitter"/>.</summary>
/// <param name="Initial">The wait after the first failure.</param>
/// <param name="Longest">The longest wait before jitter.</param>
/// <param name="Jitter">The largest part added at random: 0.2 lengthens by up to a fifth, so that a fleet does not retry in step.</param>
public sealed record Backoff(TimeSpan Initial, TimeSpan Longest, double Jitter)
{
    /// <summary>For reconciles: quick after a conflict, patient in an outage.</summary>
    public static Backoff Reconcile { get; } = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMinutes(2), 0.2);

    /// <summary>For lists and watches, as client-go's reflector: 0.8 s to 30 s.</summary>
    public static Backoff Reflector { get; } = new(TimeSpan.FromMilliseconds(800), TimeSpan.FromSeconds(30), 1.0);

    /// <summary>How long to wait after that many failures in a row; zero after none.</summary>
    public TimeSpan Delay(int failures, IRandom random)
    {
        if (failures <= 0)
        {
            return TimeSpan.Zero;
        }

        var exponent = Math.Min(failures - 1, 62);
        var plain = Math.Min(Initial.Ticks * Math.Pow(2, exponent), Longest.Ticks);
        return TimeSpan.FromTicks((long)(plain * (1 + (Jitter * random.NextDouble()))));
    }
}
