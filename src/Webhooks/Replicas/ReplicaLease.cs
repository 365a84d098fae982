using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Webhooks.Replicas;

/// <summary>This replica's own Lease: nobody else writes it.</summary>
internal sealed class ReplicaLease(KubernetesClient client, string ns, string replica)
{
    private readonly string _name = ReplicaReport.LeasePrefix + replica;
    private DateTimeOffset? _acquired;
    private Lease? _seen;

    /// <summary>Writes the report, making the Lease when there is none.</summary>
    /// <returns>Why not; null when it was written.</returns>
    public async ValueTask<ApiError?> Write(ReplicaReport report, CancellationToken ct)
    {
        _acquired ??= report.RenewedAt;
        var written = _seen is { } seen
            ? await client.Replace(Lease.Resource, ns, _name, Body(report, seen.Metadata.ResourceVersion), KubernetesJson.Default.LeaseWrite, ct).ConfigureAwait(false)
            : await client.Create(Lease.Resource, ns, Body(report, null), KubernetesJson.Default.LeaseWrite, ct).ConfigureAwait(false);
        if (written.Error is { Kind: ApiErrorKind.Conflict or ApiErrorKind.NotFound or ApiErrorKind.AlreadyExists })
        {
            // A label put on it, or a predecessor of the same name: what it is now is replaced at the next try.
            _seen = (await client.Get(Lease.Resource, ns, _name, ct).ConfigureAwait(false)).Value;
        }
        else if (written.Error is null)
        {
            _seen = written.Value;
        }

        return written.Error;
    }

    /// <summary>Takes the Lease back: the replica has ended in order.</summary>
    public async ValueTask<ApiError?> Delete(CancellationToken ct) => _seen is { } seen
        ? (await client.Delete(Lease.Resource.Type, ns, _name, new Precondition(seen.Metadata.Uid), ct).ConfigureAwait(false)).Error
        : null;

    private LeaseWrite Body(ReplicaReport report, string? version) => new(
        new ObjectMetaWrite { Name = _name, Namespace = ns, ResourceVersion = version, Labels = ReplicaReport.Labels, Annotations = report.ToAnnotations() },
        new LeaseSpec
        {
            HolderIdentity = report.Replica,
            LeaseDurationSeconds = (int)report.Duration.TotalSeconds,
            AcquireTime = _acquired,
            RenewTime = report.RenewedAt,
        });
}
