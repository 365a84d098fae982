using System.Text;

namespace Daytwo.Runtime.Events;

/// <summary>Keeps the texts of an Event within the API's limits.</summary>
internal static class EventText
{
    public const int LongestNote = 1024;
    public const int LongestWord = 128;

    /// <summary>Cuts at a character's border so that the UTF-8 form has at most <paramref name="bytes"/> bytes.</summary>
    public static string Fit(string text, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytes)
        {
            return text;
        }

        const string mark = "…";
        var left = bytes - Encoding.UTF8.GetByteCount(mark);
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (left < rune.Utf8SequenceLength)
            {
                break;
            }

            left -= rune.Utf8SequenceLength;
            length += rune.Utf16SequenceLength;
        }

        return string.Concat(text.AsSpan(0, length), mark);
    }
}
