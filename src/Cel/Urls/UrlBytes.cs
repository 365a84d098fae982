using System.Text;

namespace Daytwo.Cel.Urls;

/// <summary>Texts with a char for each byte of their UTF-8, and back: escapes of URLs stand for bytes, not for characters.</summary>
internal static class UrlBytes
{
    public static string Of(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public static string ToText(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));
}
