using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>What a person reads when something is wrong, and what the program leaves behind.</summary>
public sealed class BackupFaultTests(ControlPlane plane)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Encrypted_backup_opens_with_its_key_only()
    {
        using var scene = await BackupScene.OnFiles(plane, Ct);
        var (right, wrong) = (scene.NewKey("right"), scene.NewKey("wrong"));
        await scene.Taken("--encryption-key", right);
        var file = Path.Combine(scene.Folder, "snapshot.db");

        var missing = (await scene.Backup("get", "--out", file)).Refused(4);
        Assert.Contains("no key was given", missing, StringComparison.Ordinal);
        Assert.Contains("--encryption-key", missing, StringComparison.Ordinal);
        Assert.Contains("the key given is", (await scene.Backup("get", "--out", file, "--encryption-key", wrong)).Refused(4), StringComparison.Ordinal);
        Assert.Equal(4, (await scene.Backup("verify", "--encryption-key", wrong)).Code);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Damaged_backup_is_found_and_nothing_is_written()
    {
        using var scene = await BackupScene.OnS3(plane, Ct);
        var id = await scene.Taken();
        await FlipOneByte(scene.DataFile(id));
        var file = Path.Combine(scene.Folder, "snapshot.db");

        Assert.Contains(id, (await scene.Backup("verify")).Output, StringComparison.Ordinal);
        Assert.Equal(4, (await scene.Backup("verify")).Code);
        (await scene.Backup("get", "--out", file)).Refused(4);
        Assert.Empty(Directory.GetFiles(scene.Folder, "snapshot*"));
    }

    [Fact]
    public async Task Unknown_id_is_told_with_where_ids_are_shown()
    {
        using var scene = await BackupScene.OnFiles(plane, Ct);
        await scene.Taken();

        var error = (await scene.Backup("get 20200101t000000z-0000", "--out", Path.Combine(scene.Folder, "x"))).Refused(3);

        Assert.Contains("has no snapshot 20200101t000000z-0000; 'daytwo backup list' shows", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Etcd_that_does_not_answer_or_is_not_trusted_is_named()
    {
        using var scene = await BackupScene.OnFiles(plane, Ct);
        using var other = new LocalAuthority(scene.Folder, "other", TimeProvider.System);
        var nobody = $"https://127.0.0.1:{FreePort.Take()}";

        Assert.Contains(nobody, (await scene.Backup("now", "--endpoints", nobody)).Refused(1), StringComparison.Ordinal);
        string[] source = [.. scene.Source.Select((word, i) => i > 0 && scene.Source[i - 1] == "--cacert" ? other.CertificateFile : word)];
        var error = (await scene.Backup("now", source)).Refused(1);
        Assert.Contains(scene.Source[1], error, StringComparison.Ordinal);
        Assert.Contains("not trusted", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bucket_that_is_missing_credentials_that_are_wrong_and_none_at_all_are_told_apart()
    {
        using var scene = await BackupScene.OnS3(plane, Ct);
        string[] elsewhere = [.. scene.Store.Select(word => word.StartsWith("s3:", StringComparison.Ordinal) ? "s3://no-such-bucket/x" : word)];
        Assert.Contains("no-such-bucket", (await scene.Backup("list", elsewhere)).Refused(1), StringComparison.Ordinal);

        var secret = scene.Environment["AWS_SECRET_ACCESS_KEY"] = "a-wrong-secret";
        var denied = (await scene.Backup("list")).Refused(1);
        Assert.Contains(scene.Store[1], denied, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, denied, StringComparison.Ordinal);

        scene.Environment.Remove("AWS_SECRET_ACCESS_KEY");
        scene.Environment.Remove("AWS_ACCESS_KEY_ID");
        scene.Environment["HOME"] = scene.Folder;
        Assert.Contains("AWS_ACCESS_KEY_ID", (await scene.Backup("list")).Refused(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3_server_of_an_unknown_authority_is_refused_and_accepted_with_its_authority()
    {
        using var scene = await BackupScene.OnS3(plane, Ct);
        using var authority = new LocalAuthority(scene.Folder, "s3-ca", TimeProvider.System);
        await using var server = await S3Server.Start(Programs.RequireS3(), scene.Folder, TimeProvider.System, Ct, authority);
        await server.CreateBucket("tls-bucket", Ct);
        (scene.Environment["AWS_ACCESS_KEY_ID"], scene.Environment["AWS_SECRET_ACCESS_KEY"]) = (server.AccessKey, server.Secret);
        string[] store = ["--to", "s3://tls-bucket/x", "--s3-endpoint", server.Url, "--s3-path-style"];

        var error = (await scene.Backup("list", store)).Refused(1);
        Assert.Contains(server.Url, error, StringComparison.Ordinal);
        Assert.Contains("certificate", error, StringComparison.Ordinal);
        Assert.Contains("No snapshots", (await scene.Backup("list", [.. store, "--s3-ca", authority.CertificateFile])).Good(), StringComparison.Ordinal);
    }

    private static async Task FlipOneByte(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Ct);
    }
}
