namespace Daytwo.Cel.Patterns;

/// <summary>One code point of a set.</summary>
internal sealed class SetNode(RuneSet set) : PatternNode
{
    public RuneSet Set { get; } = set;
}
