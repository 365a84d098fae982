using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Daytwo.Backup;
using Daytwo.Backup.Catalog;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Reading;
using Daytwo.Backup.Sources;
using Daytwo.Backup.Verification;
using Daytwo.Cluster.Tests.Storage;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.Etcd.KeyValues;
using Daytwo.Etcd.Tls;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;
using Daytwo.Storage;

namespace Daytwo.Cluster.Tests.Backup;

/// <summary>A real cluster into a real store, and back into a cluster that serves every key.</summary>
public sealed class EndToEndTests(S3Fixture s3) : IClassFixture<S3Fixture>
{
    private const int Keys = 500;

    private static readonly EncryptionKey Key = EncryptionKey.FromBytes([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData("etcd-v3.5", true, false)]
    [InlineData("etcd-v3.5", false, true)]
    public async Task Backup_is_restored_by_etcdutl_with_every_key(string? release, bool encrypted, bool inS3)
    {
        using var folder = new ScratchFolder();
        var etcdutl = Programs.Require("etcdutl", release);
        await using var etcd = await EtcdCluster.Start(Programs.Require("etcd", release), folder.Path, 3, TimeProvider.System, Ct);
        using var client = Connect(etcd);
        await Fill(client);
        await using var store = inS3 ? s3.Open($"e2e-{release}-{encrypted}") : ObjectStores.Open(DirectoryAddress.Of(Path.Combine(folder.Path, "store")));
        var key = encrypted ? Key : null;

        var outcome = await new BackupPipeline(TimeProvider.System).Run(Request(client, store, key, folder), progress: null, Ct);
        Assert.True(outcome is BackupOutcome.Succeeded, outcome.ToString());
        var listed = Assert.Single((await InventoryReader.Read(store, key, Ct)).Snapshots).Manifest;
        Assert.Equal(VerificationLevel.Full, listed.Verification!.Level);

        var file = await Download(store, listed, key, folder);
        await AgreesWithEtcdutl(etcdutl.Path, file, listed, release is null);
        await RestoresEveryKey(etcdutl.Path, file, folder, release);
    }

    private static BackupRequest Request(EtcdClient client, IObjectStore store, EncryptionKey? key, ScratchFolder folder) => new()
    {
        Id = SnapshotId.Parse("end-to-end"),
        Source = new EtcdSnapshotSource(client),
        Store = store,
        Key = key,
        SpoolDirectory = folder.Path,
    };

    private static EtcdClient Connect(EtcdCluster etcd) => new(new EtcdClientOptions
    {
        Endpoints = [.. etcd.Endpoints.Select(e => new Uri(e))],
        Tls = EtcdTls.FromPem(File.ReadAllText(etcd.AuthorityFile), File.ReadAllText(etcd.Client.Certificate), File.ReadAllText(etcd.Client.Key)),
    });

    private static async Task Fill(EtcdClient client)
    {
        var random = new Random(11);
        for (var i = 0; i < Keys; i++)
        {
            var value = new byte[random.Next(1, 20_000)];
            random.NextBytes(value);
            await client.Put(Encoding.UTF8.GetBytes($"/registry/{i:d5}"), value, Ct);
        }

        await client.Delete(Encoding.UTF8.GetBytes("/registry/00007"), default, Ct);
    }

    private static async Task<string> Download(IObjectStore store, SnapshotManifest manifest, EncryptionKey? key, ScratchFolder folder)
    {
        var path = Path.Combine(folder.Path, "restored.db");
        await using var snapshot = await SnapshotReader.Open(store, manifest, key, Ct);
        await using var file = File.Create(path);
        await snapshot.CopyToAsync(file, Ct);
        return path;
    }

    private static async Task AgreesWithEtcdutl(string etcdutl, string file, SnapshotManifest manifest, bool countsLiveKeys)
    {
        using var status = JsonDocument.Parse(await Run(etcdutl, "snapshot", "status", file, "-w", "json"));
        Assert.Equal(manifest.Content!.Hash, status.RootElement.GetProperty("hash").GetUInt32());
        Assert.Equal(manifest.Content.Revision, status.RootElement.GetProperty("revision").GetInt64());
        Assert.Equal(manifest.Revision, manifest.Content.Revision);
        Assert.Equal(manifest.Content.TotalSize, status.RootElement.GetProperty("totalSize").GetInt64());
        if (countsLiveKeys)
        {
            Assert.Equal(manifest.Content.TotalKeys, status.RootElement.GetProperty("totalKey").GetInt64());
        }
    }

    private static async Task RestoresEveryKey(string etcdutl, string file, ScratchFolder folder, string? release)
    {
        var directory = Directory.CreateDirectory(Path.Combine(folder.Path, "restored")).FullName;
        await using var etcd = await EtcdCluster.Start(Programs.Require("etcd", release), directory, 1, TimeProvider.System, Ct);
        await etcd.Members[0].Kill();
        var member = etcd.Members[0];
        Directory.Delete(member.Directory, recursive: true);
        await Run(
            etcdutl, "snapshot", "restore", file, "--data-dir", member.Directory, "--name", member.Name,
            "--initial-cluster", $"{member.Name}={member.PeerUrl}", "--initial-advertise-peer-urls", member.PeerUrl);
        await member.Restart(Ct);
        using var client = Connect(etcd);
        var all = await client.Range(RangeRequest.All, Ct);
        Assert.Equal(Keys - 1, all.KeyValues.Count);
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(Ct);
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
