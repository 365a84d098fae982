using Daytwo.Runtime;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Cluster.Tests.Runtime;

internal static class RealServices
{
    public static RuntimeServices Create() => new(TimeProvider.System, new SeededRandom(1), new MetricsRegistry(), NullLoggerFactory.Instance);
}
