using System.Buffers;

namespace Daytwo.Backup.Manifests;

/// <summary>SHA-256 digests as documents write them: 64 lowercase hexadecimal digits.</summary>
internal static class Sha256Text
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static bool IsValid(string text) => text.Length == 64 && IsHexadecimal(text);

    public static bool IsHexadecimal(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Digits);
}
