namespace Daytwo.Cel.Patterns;

/// <summary>What stands beside a place in a text, as far as assertions ask.</summary>
internal enum Surroundings : byte
{
    /// <summary>Nothing: the text begins or ends here.</summary>
    Edge,
    Newline,
    Word,
    Other,
}
