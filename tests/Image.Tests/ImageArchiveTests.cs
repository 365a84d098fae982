using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Daytwo.Image.Tests;

/// <summary>Images of this test program: it is a dynamically linked program like the published one.</summary>
public sealed class ImageArchiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("daytwo-image-test-").FullName;

    [Fact]
    public void Same_inputs_give_the_same_bytes()
    {
        var one = Write("one.tar");
        var two = Write("two.tar");

        Assert.Equal(one.Digest, two.Digest);
        Assert.Equal(File.ReadAllBytes(one.Output), File.ReadAllBytes(two.Output));
    }

    [Fact]
    public void Archive_is_an_OCI_layout_whose_blobs_are_what_their_names_say()
    {
        var made = Write("image.tar");

        var files = Files(made.Output);

        Assert.Equal("""{"imageLayoutVersion":"1.0.0"}""", System.Text.Encoding.UTF8.GetString(files["oci-layout"]));
        var index = JsonNode.Parse(files["index.json"])!["manifests"]![0]!;
        Assert.Equal(made.Digest, (string?)index["digest"]);
        Assert.Equal("daytwo.dev/daytwo:1.2.3", (string?)index["annotations"]!["io.containerd.image.name"]);
        Assert.All(files.Where(file => file.Key.StartsWith("blobs/", StringComparison.Ordinal)), file =>
            Assert.Equal(file.Key, "blobs/sha256/" + Convert.ToHexStringLower(SHA256.HashData(file.Value))));
        var manifest = JsonNode.Parse(files[BlobPath(made.Digest)])!;
        Assert.All(manifest["layers"]!.AsArray().Append(manifest["config"]), blob => Assert.Equal((long)blob!["size"]!, files[BlobPath((string)blob["digest"]!)].LongLength));
    }

    [Fact]
    public void Image_runs_the_program_as_a_user_that_is_not_root()
    {
        var files = Files(Write("image.tar").Output);
        var docker = JsonNode.Parse(files["manifest.json"])![0]!;

        var config = JsonNode.Parse(files[(string)docker["Config"]!])!;

        Assert.Equal("65532:65532", (string?)config["config"]!["User"]);
        Assert.Equal("""["/usr/bin/daytwo"]""", config["config"]!["Entrypoint"]!.ToJsonString());
        Assert.Equal("linux", (string?)config["os"]);
        Assert.Contains((string?)config["architecture"], new[] { "amd64", "arm64" });
        Assert.Equal(2, config["rootfs"]!["diff_ids"]!.AsArray().Count);
    }

    [Fact]
    public void Program_that_does_not_exist_is_named_and_no_archive_is_left()
    {
        var request = new ImageRequest("/nowhere/daytwo", "1", ImageReference.Parse("daytwo.dev/daytwo:1"), Path.Combine(folder, "none.tar"));

        var refusal = Assert.Throws<ImageException>(() => ImageArchive.Write(request));

        Assert.Contains("/nowhere/daytwo", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string BlobPath(string digest) => "blobs/" + digest.Replace(':', '/');

    private ImageSummary Write(string file) =>
        ImageArchive.Write(new ImageRequest(Environment.ProcessPath!, "1.2.3", ImageReference.Parse("daytwo.dev/daytwo:1.2.3"), Path.Combine(folder, file)));

    private static Dictionary<string, byte[]> Files(string archive)
    {
        using var tar = new TarReader(File.OpenRead(archive));
        var files = new Dictionary<string, byte[]>();
        while (tar.GetNextEntry() is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream!.CopyTo(content);
            files[entry.Name] = content.ToArray();
        }

        return files;
    }
}
