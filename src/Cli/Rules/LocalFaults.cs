using System.Security.Cryptography.X509Certificates;
using Daytwo.Cli.Operation;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Servers;
using Daytwo.Proof.Drills;
using Daytwo.Rules.Webhooks;
using ReplicaNamespace = Daytwo.Crds.Kinds;

namespace Daytwo.Cli.Rules;

/// <summary>Breaks a control plane on this machine and its webhook replica, and mends them.</summary>
internal sealed class LocalFaults : IFaults, IAsyncDisposable
{
    private static readonly TimeSpan Expired = TimeSpan.FromHours(-1);

    // Later than other names: the replica before another in order has the first turn to write configurations.
    private const string StandIn = "zzz-drill";

    private readonly LocalControlPlane plane;
    private readonly LocalWebhooks webhooks;
    private readonly FaultyRelay relay;
    private readonly LocalAuthority authority;
    private readonly X509Certificate2 expired;

    private LocalFaults(LocalControlPlane plane, LocalWebhooks webhooks, TimeProvider time)
    {
        (this.plane, this.webhooks) = (plane, webhooks);
        relay = new FaultyRelay(webhooks.Port, time);
        authority = new LocalAuthority(plane.Folder, "drill-ca", time);
        var pair = authority.Issue("drill-expired", "CN=daytwo-webhooks", Expired);
        expired = X509Certificate2.CreateFromPemFile(pair.Certificate, pair.Key);
    }

    /// <summary>Puts a relay between apiservers and the replica, and has the bundles trust the authority of a certificate that has expired.</summary>
    public static async Task<LocalFaults> Prepare(ComparisonPlace place, TimeProvider time, CancellationToken ct)
    {
        var faults = new LocalFaults(place.Plane!, place.Webhooks!, time);
        await faults.webhooks.Kill();
        faults.webhooks.CalledAt = faults.relay.Port;
        faults.webhooks.Start();
        await faults.Publish(place.Client, time.GetUtcNow(), ct);
        return faults;
    }

    public async Task Strike(Fault fault, CancellationToken ct)
    {
        switch (fault)
        {
            case Fault.ReplicaKilled:
                await webhooks.Kill();
                relay.Refuse();
                break;
            case Fault.CertificateExpired:
                relay.Present(expired);
                break;
            case Fault.WebhookSlow:
                relay.Delay(Drill.Slowness);
                break;
            case Fault.WebhookSilent:
                relay.Delay(Timeout.InfiniteTimeSpan);
                break;
            case Fault.OtherApiserverRestarted:
                await plane.ApiServers[0].Kill();
                break;
            case Fault.OwnApiserverRestarted:
                await plane.ApiServers[^1].Kill();
                break;
        }
    }

    public async Task Heal(Fault fault, CancellationToken ct)
    {
        switch (fault)
        {
            case Fault.ReplicaKilled:
                webhooks.Start();
                relay.Pass();
                break;
            case Fault.CertificateExpired or Fault.WebhookSlow or Fault.WebhookSilent:
                relay.Pass();
                break;
            case Fault.OtherApiserverRestarted:
                await plane.ApiServers[0].Restart(ct);
                break;
            case Fault.OwnApiserverRestarted:
                await plane.ApiServers[^1].Restart(ct);
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await relay.DisposeAsync();
        expired.Dispose();
        authority.Dispose();
    }

    /// <summary>Says what a replica says in its Lease; the others put the authorities of all replicas into the bundles.</summary>
    private async Task Publish(KubernetesClient client, DateTimeOffset wall, CancellationToken ct)
    {
        var report = new ReplicaReport(StandIn, await File.ReadAllTextAsync(authority.CertificateFile, ct), new Dictionary<string, string>(), wall, TimeSpan.FromHours(1));
        var name = ReplicaReport.LeasePrefix + StandIn;
        var lease = new LeaseWrite(
            new ObjectMetaWrite { Name = name, Labels = ReplicaReport.Labels, Annotations = report.ToAnnotations() },
            new LeaseSpec { HolderIdentity = StandIn, LeaseDurationSeconds = (int)report.Duration.TotalSeconds, AcquireTime = wall, RenewTime = wall });
        (await client.Create(Lease.Resource, ReplicaNamespace.SecretsNamespace, lease, KubernetesJson.Default.LeaseWrite, ct)).Required();
    }
}
