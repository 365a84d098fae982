using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Backup.Catalog;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Verification;
using Daytwo.Cluster.Tests.Etcd;
using Daytwo.Cluster.Tests.Operator;
using Daytwo.Cluster.Tests.Storage;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster.Pki;
using Daytwo.Storage;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>A <see cref="Operator.Scene"/> whose etcd fills several parts of an upload, proxies in front of its servers, and what must hold before and after healing.</summary>
public sealed class FaultScene : IAsyncDisposable
{
    private const int FillerMegabytes = 16;

    private KeyPairFiles? serving;

    public Scene Scene { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask Begin()
    {
        if (serving is not null)
        {
            return;
        }

        await Scene.Begin();
        using var tls = EtcdTools.Tls(Scene.Etcd);
        using var etcd = EtcdTools.Client(Scene.Etcd, tls);
        for (var i = 0; i < FillerMegabytes; i++)
        {
            await etcd.Put(Encoding.ASCII.GetBytes($"/filler/{i}"), RandomNumberGenerator.GetBytes(1 << 20), Ct);
        }

        serving = Scene.StoreAuthority.Issue("fault-proxy", "CN=s3");
    }

    /// <summary>A proxy in front of the S3 server that its clients trust as they trust the server.</summary>
    internal Task<FaultProxy> StoreProxy() => FaultProxy.Start(Scene.S3.Url, Scene.StoreAuthority.CertificateFile, serving!, Ct);

    /// <summary>Waits until attempts fail for that reason, and checks that a person is told so everywhere and that the store lists nothing.</summary>
    /// <param name="told">What the message must say: what failed, and the remedy.</param>
    internal async Task Fails(string name, string reason, params string[] told)
    {
        await Scene.WaitForReason(name, reason);
        var conditions = await Conditions(name);
        Assert.Equal(("False", reason), (conditions["Ready"].Status, conditions["Ready"].Reason));
        Assert.Equal(("True", reason), (conditions["Degraded"].Status, conditions["Degraded"].Reason));
        Assert.All(told, text => Assert.Contains(text, conditions["Ready"].Message, StringComparison.Ordinal));
        await Happened(name, "Warning BackupAttemptFailed", reason);
        Assert.Empty(await Scene.Get("etcdsnapshots", $"{{.items[?(@.spec.backupName==\"{name}\")].metadata.name}}"));
        Assert.DoesNotContain(Scene.Objects(name), o => o.EndsWith("manifest.json", StringComparison.Ordinal));
    }

    /// <summary>Waits until a one-off has ended well, and checks that nothing of its failures is left.</summary>
    internal async Task Heals(string name)
    {
        await Scene.Wait($"etcdbackup/{name}", "condition=Complete");
        await Scene.Wait($"etcdbackup/{name}", "condition=Degraded=false");
        Assert.Equal("True", (await Conditions(name))["Ready"].Status);
        await IsWhole(name, snapshots: 1);
    }

    /// <summary>Makes everything in the store look two days old, so that an operator that starts sweeps what no snapshot needs.</summary>
    internal async Task Age(string name)
    {
        // The server notices a broken upload a moment later, and then touches its folder.
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        var then = DateTime.UtcNow.AddDays(-2);
        var bucket = new DirectoryInfo(Path.Combine(Scene.S3.Directory, Scene.Bucket));
        foreach (var entry in bucket.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(e => e.FullName.Contains(name, StringComparison.Ordinal) || e.FullName.Contains("multipart", StringComparison.Ordinal)))
        {
            entry.LastWriteTimeUtc = then;
        }
    }

    /// <summary>Checks that the store holds so many snapshots, that each can be restored, and that there is nothing else, finished or not.</summary>
    internal async Task IsWhole(string name, int snapshots)
    {
        await using var store = Scene.OpenStore(name);
        using var key = Scene.EncryptionKey;
        var inventory = await InventoryReader.Read(store, key, Ct);
        Assert.Empty(inventory.Problems);
        Assert.Equal(snapshots, inventory.Snapshots.Count);
        foreach (var entry in inventory.Snapshots)
        {
            var request = new VerificationRequest { Store = store, Manifest = entry.Manifest, Key = key };
            Assert.Null((await new SnapshotVerifier(TimeProvider.System).Verify(request, null, Ct)).Fault);
            await Scene.Wait($"etcdsnapshot/{entry.Id}", "create");
            await Scene.Wait($"etcdsnapshot/{entry.Id}", "condition=Verified");
        }

        await HoldsNothingElse(store, inventory.Snapshots.Select(s => s.Manifest));
    }

    /// <summary>A sweep may still be under way, and has a probe of its own in the store meanwhile.</summary>
    private static async Task HoldsNothingElse(IObjectStore store, IEnumerable<SnapshotManifest> manifests)
    {
        var expected = manifests.SelectMany(m => new[] { $"snapshots/{m.Id}/manifest.json", $"snapshots/{m.Id}/{m.Stored.Name}" }).Order(StringComparer.Ordinal).ToArray();
        await Eventually.Get(Found, found => found.SequenceEqual(expected, StringComparer.Ordinal), found => $"expected {string.Join(", ", expected)}; found {string.Join(", ", found)}");

        async Task<string[]> Found() =>
        [
            .. (await store.List("", Ct).ToList()).Select(o => o.Key.Value)
                .Concat((await store.ListUnfinished(Ct).ToList()).Select(u => $"unfinished {u.Key}")).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Waits for an event that begins and goes on like that.</summary>
    internal Task Happened(string name, string typeAndReason, string said) => Eventually.Get(
        () => Events(name),
        events => events.Split('\n').Any(e => e.StartsWith(typeAndReason, StringComparison.Ordinal) && e.Contains(said, StringComparison.Ordinal)),
        events => $"no event '{typeAndReason} … {said}' among:\n{events}");

    internal async Task<IReadOnlyDictionary<string, (string Status, string Reason, string Message)>> Conditions(string name, string kind = "etcdbackup")
    {
        var found = JsonNode.Parse(await Scene.Kubectl.Succeeds("get", kind, name, "-o", "json"))!["status"]!["conditions"]!.AsArray();
        return found.ToDictionary(c => (string)c!["type"]!, c => ((string)c!["status"]!, (string)c["reason"]!, (string)c["message"]!), StringComparer.Ordinal);
    }

    public ValueTask DisposeAsync() => Scene.DisposeAsync();

    private Task<string> Events(string name) => Scene.Kubectl.Succeeds(
        "get", "events", "-A", "--field-selector", $"involvedObject.name={name}", "-o", "jsonpath={range .items[*]}{.type} {.reason} {.message}{\"\\n\"}{end}");
}
