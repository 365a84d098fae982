using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Results;

/// <summary>What a delete answers: a <c>Status</c>, or the object when it stays for a while or its kind returns it.</summary>
internal sealed record DeletedBody
{
    public string? Kind { get; init; }

    public ObjectMeta? Metadata { get; init; }

    public DeleteOutcome Outcome =>
        Kind != "Status" && Metadata?.DeletionTimestamp is not null ? DeleteOutcome.Terminating : DeleteOutcome.Deleted;
}
