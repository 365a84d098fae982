using System.Security.Cryptography;

namespace Daytwo.Image;

/// <summary>A part of an image archive, named by the digest of its bytes.</summary>
internal sealed record Blob(string MediaType, string Digest, long Size, Func<Stream> Open)
{
    /// <summary>Its path in the archive.</summary>
    public string Path => "blobs/" + Digest.Replace(':', '/');

    public static Blob OfFile(string path, string mediaType)
    {
        using var file = File.OpenRead(path);
        return new Blob(mediaType, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(file)), file.Length, () => File.OpenRead(path));
    }

    public static Blob OfBytes(byte[] bytes, string mediaType) =>
        new(mediaType, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, () => new MemoryStream(bytes));
}
