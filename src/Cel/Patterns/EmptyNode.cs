namespace Daytwo.Cel.Patterns;

/// <summary>Matches the empty text.</summary>
internal sealed class EmptyNode : PatternNode
{
    public static EmptyNode Instance { get; } = new();
}
