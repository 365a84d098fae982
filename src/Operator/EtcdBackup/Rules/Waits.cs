namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>How long to wait for what.</summary>
internal static class Waits
{
    /// <summary>Between looks at Secrets that are missing: they are not watched.</summary>
    public static readonly TimeSpan Prerequisites = TimeSpan.FromSeconds(30);

    /// <summary>Between writes of progress.</summary>
    public static readonly TimeSpan Progress = TimeSpan.FromSeconds(5);

    /// <summary>After this a store is listed again, in case someone else changed it.</summary>
    public static readonly TimeSpan Inventory = TimeSpan.FromHours(1);

    /// <summary>How long listing a store or deleting from it may take.</summary>
    public static readonly TimeSpan StoreWork = TimeSpan.FromMinutes(10);

    /// <summary>An attempt that was told to stop and has not after this is stuck; an orderly end, with its clean-up of the store, takes less.</summary>
    public static readonly TimeSpan Cancellation = TimeSpan.FromMinutes(2);

    /// <summary>Two clocks that differ by more are not both right.</summary>
    public static readonly TimeSpan BelievableSkew = TimeSpan.FromHours(1);

    /// <summary>The longest wait between attempts.</summary>
    public static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);

    /// <summary>The wait after the n-th failure in a row: 10 s, doubled each time, up to <see cref="LongestBackoff"/>.</summary>
    public static TimeSpan Backoff(int failures) =>
        failures >= 6 ? LongestBackoff : TimeSpan.FromSeconds(10 * (1 << Math.Max(failures - 1, 0)));
}
