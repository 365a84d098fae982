using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

/// <summary>Parts of a string as strings, without copying.</summary>
internal static class TextSlices
{
    /// <param name="range">In bytes, from the beginning of the string.</param>
    public static CelValue Of(CelValue text, Range range)
    {
        var (offset, length) = range.GetOffsetAndLength(Utf8Slice.Length(text.Bits));
        return ((Utf8Buffer)text.Handle!).Slice(Utf8Slice.Offset(text.Bits) + offset, length, Utf8Slice.IsAscii(text.Bits) || System.Text.Ascii.IsValid(text.Utf8.Slice(offset, length)));
    }

    public static CelValue Of(CelValue text, IReadOnlyList<Range> ranges)
    {
        var items = new CelValue[ranges.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Of(text, ranges[i]);
        }

        return CelValue.Of(items);
    }
}
