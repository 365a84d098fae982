namespace Daytwo.Image.Oci;

/// <summary><c>index.json</c> of an OCI layout.</summary>
internal sealed record ImageIndex(IReadOnlyList<Descriptor> Manifests)
{
    public int SchemaVersion { get; } = 2;

    public string MediaType { get; } = MediaTypes.Index;
}
