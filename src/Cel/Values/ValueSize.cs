namespace Daytwo.Cel.Values;

/// <summary>Sizes that costs and the function size() count: code points, bytes, elements, entries.</summary>
internal static class ValueSize
{
    /// <summary>The size; 1 for values that have none.</summary>
    public static long Of(CelValue value) => value.Kind switch
    {
        CelKind.String => CodePoints(value),
        CelKind.Bytes => value.BytesArray.Length,
        CelKind.List or CelKind.Map => value.Count,
        CelKind.Optional when value.HasValue => Of(value.OptionalValue),
        CelKind.Opaque => value.Opaque.Size ?? 1,
        _ => 1,
    };

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
