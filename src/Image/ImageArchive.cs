using Daytwo.Image.Elf;
using Daytwo.Image.Host;
using Daytwo.Image.Layers;
using Daytwo.Image.Oci;

namespace Daytwo.Image;

/// <summary>
/// Makes a container image from a published program and this machine's own libraries, without Docker and without a base
/// image: the program, the shared libraries it needs, certificate authorities, time zones, a user that is not root.
/// </summary>
/// <remarks>
/// Guarantee: the same program and the same host files give the same bytes, so digests can be compared. A failure leaves
/// no archive behind. The image runs on the C library of the machine that made it.
/// </remarks>
public static class ImageArchive
{
    private const string ProgramInImage = "/usr/bin/daytwo";
    private const string Epoch = "1970-01-01T00:00:00Z";

    /// <summary>.NET opens OpenSSL by name: TLS and every digest depend on it.</summary>
    private static readonly string[] Opened = ["libssl.so.3", "libcrypto.so.3"];

    /// <summary>glibc before 2.34 resolves names through the first three; with the last, snapshots are compressed faster and smaller.</summary>
    private static readonly string[] OpenedWhereFound = ["libnss_dns.so.2", "libnss_files.so.2", "libresolv.so.2", "libisal.so.2"];

    /// <summary>Writes the archive.</summary>
    /// <exception cref="ImageException">The program or something it needs is missing; the message says what to do.</exception>
    /// <exception cref="IOException">The archive cannot be written.</exception>
    public static ImageSummary Write(ImageRequest request)
    {
        if (!File.Exists(request.Program))
        {
            throw new ImageException($"the program {request.Program} does not exist: publish it first (dotnet publish src/Cli -c Release -r linux-x64)");
        }

        var platform = Platform.OfMachine(ElfFile.Read(request.Program).Machine);
        var libraries = SharedLibraries.OfHost.Of(request.Program, Opened, OpenedWhereFound);
        var scratch = Directory.CreateTempSubdirectory("daytwo-image-");
        var unfinished = request.Output + ".part";
        try
        {
            Layer[] layers = [Base(scratch.FullName, libraries), Program(scratch.FullName, request.Program)];
            string digest;
            using (var output = File.Create(unfinished))
            {
                digest = OciArchive.Write(output, request.Reference, Configuration(request, platform, layers), layers);
            }

            File.Move(unfinished, request.Output, overwrite: true);
            return new ImageSummary(request.Output, request.Reference.ToString(), digest, new FileInfo(request.Output).Length, [.. libraries.Keys]);
        }
        finally
        {
            scratch.Delete(recursive: true);
            File.Delete(unfinished);
        }
    }

    /// <summary>What changes seldom comes first, so that a new program is a small pull.</summary>
    private static Layer Base(string folder, IReadOnlyDictionary<string, string> libraries) =>
        LayerWriter.Write(
            folder,
            "base",
            [.. libraries.Select(library => ImageFile.FromHost(library.Key, library.Value, ImageFile.Executable)), TrustedAuthorities.Bundle(), .. TimeZones.Files(), .. Accounts.Files],
            "/tmp");

    private static Layer Program(string folder, string program) =>
        LayerWriter.Write(folder, "program", [ImageFile.FromHost(ProgramInImage, program, ImageFile.Executable)]);

    private static ImageConfiguration Configuration(ImageRequest request, Platform platform, Layer[] layers) => new(
        Epoch,
        platform.Architecture,
        platform.Os,
        new RunConfiguration(
            Accounts.NonRoot,
            ["PATH=/usr/bin", "HOME=/tmp", $"SSL_CERT_FILE={TrustedAuthorities.PathInImage}", "DOTNET_EnableDiagnostics=0"],
            [ProgramInImage],
            "/",
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["org.opencontainers.image.title"] = "daytwo",
                ["org.opencontainers.image.description"] = "Day-2 operations for hand-built Kubernetes clusters",
                ["org.opencontainers.image.version"] = request.Version,
                ["org.opencontainers.image.licenses"] = "Apache-2.0",
            }),
        new RootFileSystem([.. layers.Select(layer => layer.DiffId)]),
        [new HistoryEntry(Epoch, "daytwo image: libraries, certificate authorities, time zones, accounts"), new HistoryEntry(Epoch, "daytwo image: program")]);
}
