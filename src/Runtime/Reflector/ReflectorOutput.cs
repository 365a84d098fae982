namespace Daytwo.Runtime.Reflector;

/// <summary>What a reflector wants done.</summary>
/// <param name="Value">The continue token of <see cref="ReflectorOutputKind.List"/> (null on the first page); the version of Watch and EndReplace.</param>
internal readonly record struct ReflectorOutput(ReflectorOutputKind Kind, string? Value = null)
{
    /// <summary>After how long the API should end the watch by itself.</summary>
    public TimeSpan Timeout { get; init; }
}
