using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Daytwo.Image.Layers;

namespace Daytwo.Image.Tests.Layers;

public sealed class LayerWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("daytwo-layer-").FullName;

    [Fact]
    public void Order_and_time_of_the_inputs_do_not_change_the_bytes()
    {
        var a = ImageFile.FromText("/etc/a", "1");
        var b = ImageFile.FromText("/usr/share/b", "2");

        var one = LayerWriter.Write(folder, "one", [a, b]);
        var two = LayerWriter.Write(folder, "two", [b, a]);

        Assert.Equal((one.DiffId, one.Stored.Digest), (two.DiffId, two.Stored.Digest));
    }

    [Fact]
    public void Layer_holds_folders_first_sorted_owned_by_root_at_the_epoch()
    {
        var entries = Entries(LayerWriter.Write(folder, "layer", [ImageFile.FromText("/usr/share/b", "22"), ImageFile.FromText("/etc/a", "1")], "/tmp"));

        Assert.Equal(["etc/", "tmp/", "usr/", "usr/share/", "etc/a", "usr/share/b"], entries.Select(entry => entry.Name));
        Assert.All(entries, entry => Assert.Equal((0, 0, DateTimeOffset.UnixEpoch), (entry.Uid, entry.Gid, entry.ModificationTime)));
        Assert.Equal((UnixFileMode)0b1_111_111_111, entries[1].Mode);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead, entries[4].Mode);
        Assert.Equal(2, entries[5].Length);
    }

    [Fact]
    public void Diff_id_is_the_digest_of_the_tar_before_compression()
    {
        var layer = LayerWriter.Write(folder, "layer", [ImageFile.FromText("/etc/a", "1")]);

        using var plain = new GZipStream(layer.Stored.Open(), CompressionMode.Decompress);
        Assert.Equal(layer.DiffId, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(plain)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static List<TarEntry> Entries(Layer layer)
    {
        using var tar = new TarReader(new GZipStream(layer.Stored.Open(), CompressionMode.Decompress));
        var entries = new List<TarEntry>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add(entry);
        }

        return entries;
    }
}
