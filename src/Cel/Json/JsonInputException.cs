namespace Daytwo.Cel.Json;

/// <summary>Input that is no JSON.</summary>
public sealed class JsonInputException(int offset, string reason) : Exception($"no JSON at byte {offset}: {reason}")
{
    /// <summary>In bytes from the beginning of the input.</summary>
    public int Offset { get; } = offset;
}
