namespace Daytwo.Cel.Patterns;

/// <summary>What a pattern can ask of a place between code points.</summary>
[Flags]
internal enum Assertion
{
    None = 0,
    BeginText = 1,
    EndText = 2,
    BeginLine = 4,
    EndLine = 8,
    WordBoundary = 16,
    NoWordBoundary = 32,
}
