using System.Text;

namespace Daytwo.Embedded.Http;

/// <summary>Texts as values of the <c>Warning</c> header (RFC 7234, code 299).</summary>
internal static class WarningHeader
{
    public static string Of(string text)
    {
        var value = new StringBuilder("299 - \"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                value.Append('\\');
            }

            value.Append(c is < ' ' or > '~' ? '?' : c);
        }

        return value.Append('"').ToString();
    }
}
