using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Image;

[assembly: AssemblyFixture(typeof(Daytwo.Cluster.Tests.Image.PackedProgram))]

namespace Daytwo.Cluster.Tests.Image;

/// <summary>
/// An image archive made on this machine: of the published program that DAYTWO_PROGRAM names, as <c>./test</c> does, or that
/// <c>./daytwo image</c> has left; else of the openssl program, which stands on the same libraries.
/// </summary>
public sealed class PackedProgram : IDisposable
{
    public const string Name = "daytwo.dev/daytwo:test";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("daytwo-packed-");
    private readonly Lazy<ImageSummary> made;

    public PackedProgram() => made = new(() => ImageArchive.Write(
        new ImageRequest(Program(), "test", ImageReference.Parse(Name), Path.Combine(folder.FullName, "image.tar"))));

    internal ImageSummary Image => made.Value;

    internal string Folder => folder.FullName;

    /// <summary>Unpacks the layers as a container runtime would, and returns the root folder.</summary>
    internal string Unpack()
    {
        var archive = Path.Combine(Folder, "archive");
        var root = Path.Combine(Folder, "root");
        Directory.CreateDirectory(archive);
        Directory.CreateDirectory(root);
        TarFile.ExtractToDirectory(Image.Output, archive, overwriteFiles: false);
        foreach (var layer in JsonNode.Parse(File.ReadAllText(Path.Combine(archive, "manifest.json")))![0]!["Layers"]!.AsArray())
        {
            using var plain = new GZipStream(File.OpenRead(Path.Combine(archive, (string)layer!)), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(plain, root, overwriteFiles: false);
        }

        return root;
    }

    public void Dispose() => folder.Delete(recursive: true);

    internal static void RequireRoot() => Assert.SkipUnless(Environment.UserName == "root", "needs root");

    internal static async Task<(int Code, string Output)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    private static string Program()
    {
        var named = Environment.GetEnvironmentVariable("DAYTWO_PROGRAM") ?? "";
        var found = Array.Find([named, Repository.Path("artifacts", "publish", "linux-x64", "daytwo"), "/usr/bin/openssl"], File.Exists);
        Assert.SkipWhen(found is null, "needs the published program (./daytwo image) or openssl");
        return found;
    }
}
