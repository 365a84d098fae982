namespace Daytwo.Cel.Patterns;

/// <summary>What <c>(?ismU)</c> switches.</summary>
[Flags]
internal enum PatternFlags
{
    None = 0,
    FoldCase = 1,
    MultiLine = 2,
    DotMatchesNewline = 4,
    Ungreedy = 8,
}
