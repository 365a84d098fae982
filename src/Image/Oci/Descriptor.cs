namespace Daytwo.Image.Oci;

/// <summary>Points to a blob; <c>descriptor</c> of the OCI image specification.</summary>
internal sealed record Descriptor(string MediaType, string Digest, long Size)
{
    public Platform? Platform { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    public static Descriptor Of(Blob blob) => new(blob.MediaType, blob.Digest, blob.Size);
}
