namespace Daytwo.Operator;

/// <summary>Marks the assembly for tests that walk references.</summary>
public static class Marker;
