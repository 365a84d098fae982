using System.Formats.Tar;
using System.Text.Json;
using Daytwo.Image.Layers;

namespace Daytwo.Image.Oci;

/// <summary>Writes an image as an OCI image layout in one tar, which also docker load reads.</summary>
internal static class OciArchive
{
    /// <summary>Writes the archive and returns the digest of the image's manifest.</summary>
    public static string Write(Stream output, ImageReference reference, ImageConfiguration configuration, IReadOnlyList<Layer> layers)
    {
        var config = Blob.OfBytes(JsonSerializer.SerializeToUtf8Bytes(configuration, OciJson.Default.ImageConfiguration), MediaTypes.Configuration);
        var manifest = Blob.OfBytes(JsonSerializer.SerializeToUtf8Bytes(
            new ImageManifest(Descriptor.Of(config), [.. layers.Select(layer => Descriptor.Of(layer.Stored))], configuration.Config.Labels), OciJson.Default.ImageManifest), MediaTypes.Manifest);
        var index = new ImageIndex([Descriptor.Of(manifest) with
        {
            Platform = new Platform(configuration.Architecture, configuration.Os),
            Annotations = new Dictionary<string, string> { ["io.containerd.image.name"] = reference.ToString(), ["org.opencontainers.image.ref.name"] = reference.Tag },
        }]);
        DockerManifest[] docker = [new DockerManifest(config.Path, [reference.ToString()], [.. layers.Select(layer => layer.Stored.Path)])];

        using var tar = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        Add(tar, "oci-layout", JsonSerializer.SerializeToUtf8Bytes(new OciLayout("1.0.0"), OciJson.Default.OciLayout));
        Add(tar, "index.json", JsonSerializer.SerializeToUtf8Bytes(index, OciJson.Default.ImageIndex));
        Add(tar, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(docker, OciJson.Default.DockerManifestArray));
        foreach (var blob in layers.Select(layer => layer.Stored).Append(config).Append(manifest).OrderBy(blob => blob.Path, StringComparer.Ordinal))
        {
            using var content = blob.Open();
            Add(tar, blob.Path, content);
        }

        return manifest.Digest;
    }

    private static void Add(TarWriter tar, string path, byte[] content)
    {
        using var stream = new MemoryStream(content);
        Add(tar, path, stream);
    }

    private static void Add(TarWriter tar, string path, Stream content) =>
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path)
        {
            Mode = ImageFile.ReadOnly,
            ModificationTime = DateTimeOffset.UnixEpoch,
            DataStream = content,
        });
}
