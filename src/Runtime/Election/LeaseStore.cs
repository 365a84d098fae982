using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Runtime.Election;

/// <summary>Reads and writes the lease of an election. A write is a PUT of the whole object with the version it replaces.</summary>
internal sealed class LeaseStore(KubernetesClient client, LeaseReference reference, ElectionTimes times, TimeProvider time)
{
    private Lease? _seen;

    /// <summary>Does what the election wants; a failure of any kind is an answer, too.</summary>
    public async ValueTask<ElectionInput> Do(ElectionOutputKind request, CancellationToken ct)
    {
        try
        {
            var result = request switch
            {
                ElectionOutputKind.Read => await client.Get(Lease.Resource, reference.Namespace, reference.Name, ct).ConfigureAwait(false),
                ElectionOutputKind.Create => await Create(ct).ConfigureAwait(false),
                _ => await Replace(request, ct).ConfigureAwait(false),
            };
            return Answer(request, result);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ApiProtocolException)
        {
            return ElectionInput.Failed(e.Message);
        }
    }

    private ElectionInput Answer(ElectionOutputKind request, ApiResult<Lease> result)
    {
        if (result.Succeeded(out var lease))
        {
            _seen = lease;
            var record = ToRecord(lease);
            return request == ElectionOutputKind.Read ? ElectionInput.Read(record) : ElectionInput.Written(record);
        }

        return result.Error.Kind switch
        {
            ApiErrorKind.NotFound when request == ElectionOutputKind.Read => ElectionInput.Absent,
            ApiErrorKind.NotFound or ApiErrorKind.Conflict or ApiErrorKind.AlreadyExists => ElectionInput.Conflict,
            _ => ElectionInput.Failed(result.Error.ToString()),
        };
    }

    private ValueTask<ApiResult<Lease>> Create(CancellationToken ct)
    {
        var body = new LeaseWrite(new ObjectMetaWrite { Name = reference.Name, Namespace = reference.Namespace }, Spec(ElectionOutputKind.Create, null));
        return client.Create(Lease.Resource, reference.Namespace, body, KubernetesJson.Default.LeaseWrite, ct);
    }

    private ValueTask<ApiResult<Lease>> Replace(ElectionOutputKind request, CancellationToken ct)
    {
        var meta = _seen!.Metadata;
        var body = new LeaseWrite(
            new ObjectMetaWrite
            {
                Name = reference.Name,
                Namespace = reference.Namespace,
                Uid = meta.Uid,
                ResourceVersion = meta.ResourceVersion,
                Labels = meta.Labels,
                Annotations = meta.Annotations,
                OwnerReferences = meta.OwnerReferences,
                Finalizers = meta.Finalizers,
            },
            Spec(request, _seen.Spec));
        return client.Replace(Lease.Resource, reference.Namespace, reference.Name, body, KubernetesJson.Default.LeaseWrite, ct);
    }

    private LeaseSpec Spec(ElectionOutputKind request, LeaseSpec? before)
    {
        var now = time.GetUtcNow();
        var releasing = request == ElectionOutputKind.GiveUp;
        var taking = request is ElectionOutputKind.Create or ElectionOutputKind.Acquire;
        return new LeaseSpec
        {
            HolderIdentity = releasing ? "" : reference.Identity,
            LeaseDurationSeconds = releasing ? 1 : (int)Math.Ceiling(times.LeaseDuration.TotalSeconds),
            AcquireTime = taking ? now : before?.AcquireTime ?? now,
            RenewTime = now,
            LeaseTransitions = (before?.LeaseTransitions ?? 0) + (request == ElectionOutputKind.Acquire ? 1 : 0),
        };
    }

    private static LeaseRecord ToRecord(Lease lease) => new(
        lease.Spec.HolderIdentity ?? "",
        TimeSpan.FromSeconds(lease.Spec.LeaseDurationSeconds ?? 0),
        lease.Metadata.ResourceVersion);
}
