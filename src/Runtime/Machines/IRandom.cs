namespace Daytwo.Runtime.Machines;

/// <summary>Randomness handed in, so that a test decides it and a simulation repeats from its seed.</summary>
public interface IRandom
{
    /// <summary>A number from 0 inclusive to 1 exclusive.</summary>
    double NextDouble();
}
