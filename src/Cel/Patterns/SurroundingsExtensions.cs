namespace Daytwo.Cel.Patterns;

internal static class SurroundingsExtensions
{
    /// <summary>The assertions that hold between <paramref name="before"/> and <paramref name="after"/>.</summary>
    public static Assertion With(this Surroundings before, Surroundings after)
    {
        var holds = (before == Surroundings.Word) != (after == Surroundings.Word) ? Assertion.WordBoundary : Assertion.NoWordBoundary;
        holds |= before switch
        {
            Surroundings.Edge => Assertion.BeginText | Assertion.BeginLine,
            Surroundings.Newline => Assertion.BeginLine,
            _ => Assertion.None,
        };
        return holds | after switch
        {
            Surroundings.Edge => Assertion.EndText | Assertion.EndLine,
            Surroundings.Newline => Assertion.EndLine,
            _ => Assertion.None,
        };
    }
}
