namespace Daytwo.Embedded.Selectors;

/// <summary>The words and symbols of a label selector; the end reads as an empty one.</summary>
internal sealed class LabelSelectorTokens(string text)
{
    private const string Symbols = "=!(),<>";
    private int at;

    public static bool IsIdentifier(string token) => token.Length > 0 && !Symbols.Contains(token[0]);

    public string Peek()
    {
        var start = at;
        var token = Next();
        at = start;
        return token;
    }

    public string Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at == text.Length)
        {
            return "";
        }

        var start = at++;
        if (Symbols.Contains(text[start]))
        {
            if (text[start] is '=' or '!' && at < text.Length && text[at] == '=')
            {
                at++;
            }

            return text[start..at];
        }

        while (at < text.Length && !Symbols.Contains(text[at]) && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return text[start..at];
    }
}
