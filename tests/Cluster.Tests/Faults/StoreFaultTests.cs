using Daytwo.Cluster.Tests.Operator;
using Daytwo.Crds;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>A store that refuses, stalls or breaks: told with reason and remedy, nothing listed, nothing left, healed without anybody's help.</summary>
[Collection(StoreFaultCollection.Name)]
public sealed class StoreFaultTests(FaultScene faults) : IAsyncLifetime
{
    private const string OnePart = "compression: None";

    private readonly Scene scene = faults.Scene;

    public ValueTask InitializeAsync() => faults.Begin();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Refusals_are_told_apart_and_each_heals()
    {
        (string Name, Fault.Refuse Refusal, string Reason, string Remedy)[] stories =
        [
            ("full", new(507, "XMinioStorageFull", "Storage backend has reached its minimum free drive threshold"), "StoreFull", "Free space"),
            ("over-quota", new(403, "QuotaExceeded", "The quota of the bucket is used up"), "StoreFull", "raise the quota"),
            ("denied", new(403, "AccessDenied", "Access Denied"), "StoreDenied", "s3:PutObject"),
            ("expired", new(400, "ExpiredToken", "The provided token has expired"), "CredentialsExpired", "Renew the credentials"),
            ("busy", new(503, "SlowDown", "Please reduce your request rate"), "StoreThrottled", "tried again later"),
            ("broken", new(500, "InternalError", "We encountered an internal error"), "StoreUnavailable", "Check the server"),
        ];
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        var proxies = await Task.WhenAll(stories.Select(_ => faults.StoreProxy()));
        foreach (var ((name, refusal, _, _), proxy) in stories.Zip(proxies))
        {
            proxy.Disturb = request => request.SendsData() ? refusal : null;
            await scene.Backup(name, endpoint: proxy.Url);
        }

        foreach (var ((name, refusal, reason, remedy), proxy) in stories.Zip(proxies))
        {
            await faults.Fails(name, reason, refusal.Code, remedy);
            proxy.Heal();
        }

        await Task.WhenAll(stories.Select(story => faults.Heals(story.Name)));
        await Task.WhenAll(proxies.Select(p => p.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Expired_credentials_are_replaced_in_their_Secret_and_the_run_goes_on()
    {
        await using var proxy = await faults.StoreProxy();
        proxy.Disturb = request => request.Headers["x-amz-security-token"] == "of-yesterday" ? new Fault.Refuse(400, "ExpiredToken", "The provided token has expired") : null;
        await scene.Secret("s3-temporary",
            (SecretKeys.AwsAccessKeyId, scene.S3.AccessKey), (SecretKeys.AwsSecretAccessKey, scene.S3.Secret), (SecretKeys.AwsSessionToken, "of-yesterday"));
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("expired-token", endpoint: proxy.Url, credentials: "s3-temporary");
        await faults.Fails("expired-token", "CredentialsExpired", "Renew");

        await scene.Kubectl.Succeeds("delete", "secret", "s3-temporary", "-n", Kinds.SecretsNamespace);
        await scene.Secret("s3-temporary", (SecretKeys.AwsAccessKeyId, scene.S3.AccessKey), (SecretKeys.AwsSecretAccessKey, scene.S3.Secret));
        await faults.Heals("expired-token");
    }

    [Fact]
    public async Task Wrong_authority_is_told_and_the_right_one_heals()
    {
        await scene.Secret("ca-replaced", (SecretKeys.CertificateAuthority, await File.ReadAllTextAsync(scene.Etcd.AuthorityFile, TestContext.Current.CancellationToken)));
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("wrong-ca", authority: "ca-replaced");
        await faults.Fails("wrong-ca", "StoreCertificateUntrusted", scene.S3.Url, "Give the authority");

        await scene.Secret("ca-replaced", (SecretKeys.CertificateAuthority, await File.ReadAllTextAsync(scene.StoreAuthority.CertificateFile, TestContext.Current.CancellationToken)));
        await faults.Heals("wrong-ca");
    }

    [Fact]
    public async Task Hiccups_are_overcome_within_the_attempt()
    {
        var (refusals, resets) = (2, 2);
        await using var proxy = await faults.StoreProxy();
        proxy.Disturb = request => !request.SendsData() ? null
            : Interlocked.Decrement(ref refusals) >= 0 ? new Fault.Refuse(503, "SlowDown", "Please reduce your request rate")
            : Interlocked.Decrement(ref resets) >= 0 ? new Fault.Reset(AfterBytes: 1_000_000)
            : null;
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("hiccups", OnePart, endpoint: proxy.Url);

        await faults.Heals("hiccups");
        Assert.Equal("1", await scene.Get("etcdbackup/hiccups", "{.status.lastRun.attempts}"));
        Assert.True(refusals < 0 && resets < 0);
    }

    [Fact]
    public async Task Connection_that_always_breaks_half_way_is_told()
    {
        await using var proxy = await faults.StoreProxy();
        proxy.Disturb = request => request.SendsData() ? new Fault.Reset(AfterBytes: 1_000_000) : null;
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("resets", endpoint: proxy.Url);
        await faults.Fails("resets", "StoreUnreachable", "the connection broke", "Check the server and the network");

        proxy.Heal();
        await faults.Heals("resets");
    }

    [Fact]
    public async Task Slow_store_shows_progress_and_ends_with_the_deadline()
    {
        await using var proxy = await faults.StoreProxy();
        proxy.Disturb = request => request.SendsData() ? new Fault.Slow(BytesPerSecond: 500_000) : null;
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("slow", "activeDeadlineSeconds: 10", endpoint: proxy.Url);
        await scene.Wait("etcdbackup/slow", "jsonpath={.status.currentRun.progress.step}=Transferring");
        await faults.Fails("slow", "DeadlineExceeded", "spec.activeDeadlineSeconds, 10 s", "Raise it");
        Assert.InRange(proxy.BytesSent, 500_000, 10_000_000);

        proxy.Heal();
        await faults.Heals("slow");
    }
}
