using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Daytwo.Cluster.Tests.Etcd;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cli;

public sealed class BackupInterruptTests(ControlPlane plane)
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(15);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("file", "INT")]
    [InlineData("s3", "TERM")]
    public async Task Backup_interrupted_while_bytes_pass_ends_soon_and_leaves_nothing(string store, string signal)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/env") && File.Exists("/bin/kill"), "needs env and kill");
        using var scene = store == "s3" ? await BackupScene.OnS3(plane, Ct) : await BackupScene.OnFiles(plane, Ct);
        await Fill();
        await using var proxy = new StallingProxy(new Uri((await plane.Etcd(Ct)).Endpoints[0]), bytes: 300_000);
        string[] source = [.. scene.Source.Select((word, i) => i == 1 ? proxy.Url : word)];

        // A test started in the background ignores SIGINT, and so would its children.
        using var process = DaytwoProgram.Start("/usr/bin/env", scene.Environment, ["--default-signal=INT", DaytwoProgram.Executable, "backup", "now", .. scene.Store, .. source]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await proxy.Stalled.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        var clock = Stopwatch.StartNew();
        using var kill = Process.Start("/bin/kill", ["-" + signal, $"{process.Id}"]);
        await process.WaitForExitAsync(Ct);

        Assert.True(clock.Elapsed < Prompt, $"took {clock.Elapsed}");
        Assert.True(process.ExitCode == 130, $"ended with {process.ExitCode}: {await error}");
        Assert.Equal("", await output);
        Assert.EndsWith("daytwo: interrupted\n", await error, StringComparison.Ordinal);
        Directory.CreateDirectory(scene.StoreFolder);
        Assert.Empty(await scene.Listed());
        Assert.Empty(Directory.GetFiles(scene.StoreFolder, "*", SearchOption.AllDirectories));
    }

    /// <summary>More than the proxy lets pass.</summary>
    private async Task Fill()
    {
        var etcd = await plane.Etcd(Ct);
        using var tls = EtcdTools.Tls(etcd);
        using var client = EtcdTools.Client(etcd, tls);
        for (var i = 0; i < 8; i++)
        {
            await client.Put(Encoding.ASCII.GetBytes($"/cli/large/{i}"), RandomNumberGenerator.GetBytes(100_000), Ct);
        }
    }
}
