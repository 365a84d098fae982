using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Tests.Support;

internal static class Ticks
{
    public static Tick Seconds(double seconds) => new(TimeSpan.FromSeconds(seconds));
}
