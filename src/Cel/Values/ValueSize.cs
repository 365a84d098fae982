namespace Daytwo.Cel.Values;

/// <summary>Sizes that costs and the function size() count: code points, bytes, elements, entries.</summary>
internal static class ValueSize
{
    /// <summary>The size; 1 for values that have none, as optionals.</summary>
    public static long Of(CelValue value) => value.Kind switch
    {
        CelKind.String => CodePoints(value),
        CelKind.Bytes => value.BytesArray.Length,
        CelKind.List or CelKind.Map => value.Count,
        CelKind.Opaque => value.Opaque.Size ?? 1,
        _ => 1,
    };

    /// <summary>The size of a value or of what an optional holds: so count the functions that every CEL has, but no library's.</summary>
    public static long OfContent(CelValue value) => value is { Kind: CelKind.Optional, HasValue: true } ? OfContent(value.OptionalValue) : Of(value);

    public static int CodePoints(CelValue text)
    {
        if (Utf8Slice.IsAscii(text.Bits))
        {
            return Utf8Slice.Length(text.Bits);
        }

        var count = 0;
        foreach (var unit in text.Utf8)
        {
            count += (unit & 0xc0) != 0x80 ? 1 : 0;
        }

        return count;
    }
}
