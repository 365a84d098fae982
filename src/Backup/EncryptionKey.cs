using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Daytwo.Backup;

/// <summary>
/// The user's 32-byte backup key. What encrypts and what signs are derived from it (HKDF-SHA256, one label each), so the key itself is
/// used for nothing else; <see cref="Id"/> names it in envelopes and manifests without telling anything about it.
/// </summary>
public sealed class EncryptionKey : IDisposable
{
    /// <summary>Length of the key in bytes.</summary>
    public const int Size = 32;

    internal const int IdSize = 8;

    private readonly byte[] wrapping;
    private readonly byte[] signing;
    private readonly byte[] id;

    private EncryptionKey(ReadOnlySpan<byte> key)
    {
        wrapping = Derive(key, "daytwo backup v1 wrap data key", Size);
        signing = Derive(key, "daytwo backup v1 sign manifest", Size);
        id = Derive(key, "daytwo backup v1 key id", IdSize);
        Id = Convert.ToHexStringLower(id);
    }

    /// <summary>16 hexadecimal digits that tell keys apart.</summary>
    public string Id { get; }

    internal ReadOnlySpan<byte> WrappingKey => wrapping;

    internal ReadOnlySpan<byte> SigningKey => signing;

    internal ReadOnlySpan<byte> IdBytes => id;

    /// <exception cref="FormatException">Not 32 bytes.</exception>
    public static EncryptionKey FromBytes(ReadOnlySpan<byte> key) =>
        key.Length == Size
            ? new EncryptionKey(key)
            : throw new FormatException($"A backup key has {Size} bytes; this one has {key.Length}. Make one with: head -c 32 /dev/urandom | base64");

    /// <summary>Reads the content of a key file or Secret: base64 of 32 bytes; white space around it is ignored.</summary>
    /// <exception cref="FormatException">Not base64, or not 32 bytes. The message never quotes the text.</exception>
    public static EncryptionKey Parse(string base64)
    {
        var text = base64.AsSpan().Trim();
        Span<byte> utf8 = stackalloc byte[256];
        Span<byte> key = stackalloc byte[256];
        try
        {
            return Encoding.UTF8.TryGetBytes(text, utf8, out var length)
                && Base64.DecodeFromUtf8(utf8[..length], key, out _, out var written) == System.Buffers.OperationStatus.Done
                    ? FromBytes(key[..written])
                    : throw new FormatException($"A backup key file holds {Size} bytes in base64 and nothing else. Make one with: head -c 32 /dev/urandom | base64");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(utf8);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(wrapping);
        CryptographicOperations.ZeroMemory(signing);
    }

    public override string ToString() => $"EncryptionKey {Id}";

    private static byte[] Derive(ReadOnlySpan<byte> key, string label, int length)
    {
        var derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, salt: [], info: Encoding.ASCII.GetBytes(label));
        return derived;
    }
}
