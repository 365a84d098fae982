namespace Daytwo.Cel.Patterns;

/// <summary>A place between code points.</summary>
internal sealed class AssertionNode(Assertion assertion) : PatternNode
{
    public Assertion Assertion { get; } = assertion;
}
