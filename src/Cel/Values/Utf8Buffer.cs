using System.Text;

namespace Daytwo.Cel.Values;

/// <summary>UTF-8 text that string values are slices of: a JSON document, a literal, or a computed string.</summary>
internal sealed class Utf8Buffer(byte[] bytes) : ValueHandle(CelKind.String)
{
    private static readonly CelValue EmptyText = new Utf8Buffer([]).Slice(0, 0, ascii: true);

    public byte[] Bytes { get; } = bytes;

    /// <summary>A string value of this text.</summary>
    public static CelValue Of(string text) => text.Length == 0 ? EmptyText : Of(Encoding.UTF8.GetBytes(text));

    /// <summary>A string value that owns <paramref name="utf8"/>, which must be valid UTF-8 and not change.</summary>
    public static CelValue Of(byte[] utf8) => new Utf8Buffer(utf8).Slice(0, utf8.Length, System.Text.Ascii.IsValid(utf8));

    /// <summary>The string value of a part of this buffer; <paramref name="ascii"/> promises that every byte is a code point.</summary>
    public CelValue Slice(int offset, int length, bool ascii) => new(this, Utf8Slice.Pack(offset, length, ascii));
}
