using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Reflector;

/// <summary>The times of a reflector.</summary>
internal sealed record ReflectorOptions
{
    public Backoff Backoff { get; init; } = Backoff.Reflector;

    /// <summary>A connection that served this long was healthy: the next failure is a first one.</summary>
    public TimeSpan HealthyAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The API is asked to end watches after this, up to doubled at random, so that they spread over its replicas anew.</summary>
    public TimeSpan WatchTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A watch that has sent a bookmark sends one every minute; silence for longer than this means it is dead.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>How long after its own end a watch that never sent a bookmark is given up.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a first list or its next event may take.</summary>
    public TimeSpan ListLimit { get; init; } = TimeSpan.FromMinutes(2);
}
