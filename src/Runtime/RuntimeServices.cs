using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime;

/// <summary>What every part of the runtime is given from outside: time, randomness, and where measurements and logs go.</summary>
public sealed class RuntimeServices(TimeProvider time, IRandom random, MetricsRegistry metrics, ILoggerFactory loggers)
{
    public MonotonicClock Clock { get; } = new(time);

    public TimeProvider Time => Clock.Time;

    public IRandom Random { get; } = random;

    public MetricsRegistry Metrics { get; } = metrics;

    public ILoggerFactory Loggers { get; } = loggers;
}
