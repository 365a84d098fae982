namespace Daytwo.Cli.Output;

/// <summary>Colours words by what they mean, on terminals; elsewhere they stay as they are. What is coloured also says it in words.</summary>
internal sealed class Ink(bool colour)
{
    private const char Escape = '\e';

    public string Good(string text) => Paint(text, 32);

    /// <summary>Asks for attention, nothing is broken.</summary>
    public string Heed(string text) => Paint(text, 33);

    public string Bad(string text) => Paint(text, 31);

    /// <summary>How many columns a text takes.</summary>
    public static int Width(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape && text.IndexOf('m', i) is > 0 and var end)
            {
                i = end;
            }
            else
            {
                width++;
            }
        }

        return width;
    }

    private string Paint(string text, int code) => colour ? $"{Escape}[{code}m{text}{Escape}[0m" : text;
}
