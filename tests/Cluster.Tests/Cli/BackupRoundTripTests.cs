using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Etcd;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cli;

public sealed class BackupRoundTripTests(ControlPlane plane)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("file", false)]
    [InlineData("file", true)]
    [InlineData("s3", false)]
    [InlineData("s3", true)]
    public async Task Backup_taken_is_listed_verified_fetched_and_restored_by_etcdutl(string store, bool encrypted)
    {
        using var scene = store == "s3" ? await BackupScene.OnS3(plane, Ct) : await BackupScene.OnFiles(plane, Ct);
        string[] key = encrypted ? ["--encryption-key", scene.NewKey("key")] : [];

        var id = await scene.Taken(key);
        Assert.Equal([id], await scene.Listed(key));
        Assert.True((bool)JsonNode.Parse((await scene.Backup("verify", ["-o", "json", .. key])).Good())!["passed"]!);

        var file = Path.Combine(scene.Folder, "snapshot.db");
        Assert.Equal(file, (string)JsonNode.Parse((await scene.Backup("get", ["--out", file, "-o", "json", .. key])).Good())!["file"]!);
        await IsASnapshot(file);

        if (encrypted)
        {
            var copied = Path.Combine(scene.Folder, "copied.db");
            (await DaytwoProgram.Run(["backup", "decrypt", scene.DataFile(id), "--out", copied, .. key])).Good();
            Assert.Equal(await File.ReadAllBytesAsync(file, Ct), await File.ReadAllBytesAsync(copied, Ct));
        }
    }

    private static async Task IsASnapshot(string file)
    {
        var (code, theirs) = await EtcdTools.Utl("snapshot", "status", file, "-w", "json");
        Assert.True(code == 0, theirs);
        var ours = (await DaytwoProgram.Run("snapshot", "status", file, "-o", "json")).Good();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(theirs), JsonNode.Parse(ours)), $"etcdutl: {theirs} daytwo: {ours}");
        var (restored, output) = await EtcdTools.Utl("snapshot", "restore", file, "--data-dir", file + ".restored");
        Assert.True(restored == 0, output);
    }
}
