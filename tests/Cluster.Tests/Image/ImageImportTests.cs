using System.Diagnostics;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Image;

/// <summary>A real containerd, private to the test, imports the archive under its name.</summary>
public sealed class ImageImportTests(PackedProgram packed)
{
    [Fact]
    public async Task Containerd_imports_the_archive_under_its_name_and_digest()
    {
        PackedProgram.RequireRoot();
        var containerd = Programs.Require("containerd").Path;
        var ctr = Programs.Require("ctr").Path;
        var image = packed.Image;
        var home = Directory.CreateDirectory(Path.Combine(packed.Folder, "containerd")).FullName;
        var socket = Path.Combine(home, "c.sock");
        await File.WriteAllTextAsync(Path.Combine(home, "config.toml"), Configuration(home, socket), TestContext.Current.CancellationToken);
        using var server = Process.Start(new ProcessStartInfo(containerd, ["--config", Path.Combine(home, "config.toml"), "--log-level", "error"]) { RedirectStandardError = true })!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        try
        {
            await Answers(ctr, socket);

            var (code, output) = await PackedProgram.Run(ctr, "-a", socket, "-n", "k8s.io", "images", "import", "--local", image.Output);
            Assert.True(code == 0, output);
            var (_, list) = await PackedProgram.Run(ctr, "-a", socket, "-n", "k8s.io", "images", "ls");

            Assert.Contains(PackedProgram.Name, list, StringComparison.Ordinal);
            Assert.Contains(image.Digest, list, StringComparison.Ordinal);
            Assert.Contains("linux/", list, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static Task Answers(string ctr, string socket) =>
        Eventually.True(async () => File.Exists(socket) && (await PackedProgram.Run(ctr, "-a", socket, "version")).Code == 0, "containerd answers");

    /// <summary>No CRI, no network, nothing outside its own folder.</summary>
    private static string Configuration(string home, string socket) => $"""
        version = 3
        root = "{home}/root"
        state = "{home}/state"
        disabled_plugins = ["io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime", "io.containerd.grpc.v1.cri"]
        [grpc]
          address = "{socket}"
        [ttrpc]
          address = "{home}/t.sock"
        """;
}
