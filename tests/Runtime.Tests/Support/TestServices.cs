using Daytwo.Runtime.Metrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Runtime.Tests.Support;

internal static class TestServices
{
    public static RuntimeServices Create(TimeProvider time) => new(time, new FixedRandom(0), new MetricsRegistry(), NullLoggerFactory.Instance);
}
