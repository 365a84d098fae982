namespace Daytwo.Image.Oci;

/// <summary>An image: its configuration and layers.</summary>
internal sealed record ImageManifest(Descriptor Config, IReadOnlyList<Descriptor> Layers, IReadOnlyDictionary<string, string> Annotations)
{
    public int SchemaVersion { get; } = 2;

    public string MediaType { get; } = MediaTypes.Manifest;
}
