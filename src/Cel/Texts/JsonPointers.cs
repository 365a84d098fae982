namespace Daytwo.Cel.Texts;

/// <summary>Keys as parts of a JSON pointer (RFC 6901).</summary>
internal static class JsonPointers
{
    /// <summary>With ~ and / escaped.</summary>
    public static byte[] Escape(ReadOnlySpan<byte> key) => TextFunctions.Replace(TextFunctions.Replace(key, "~"u8, "~0"u8, -1), "/"u8, "~1"u8, -1);
}
