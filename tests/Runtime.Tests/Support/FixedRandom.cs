using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Tests.Support;

/// <summary>Always the same number.</summary>
internal sealed class FixedRandom(double value) : IRandom
{
    public double NextDouble() => value;
}
