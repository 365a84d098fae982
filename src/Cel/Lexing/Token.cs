namespace Daytwo.Cel.Lexing;

/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins, in code points.</param>
/// <param name="Text">As written, quotes included.</param>
internal readonly record struct Token(TokenKind Kind, int Offset, string Text)
{
    /// <summary>The offset after the last code point.</summary>
    public int End => Offset + (Kind == TokenKind.End ? 0 : Text.EnumerateRunes().Count());
}
