using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Effects;

/// <summary>The one thing a decision may ask for besides its status. Each can be repeated without harm.</summary>
internal abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Starts an attempt of a run. The status names it already.</summary>
    public sealed record StartRun(string Id, int Attempt, DateTimeOffset? ScheduledTime) : Effect;

    /// <summary>Stops the attempt under way; it ends as failed with this reason.</summary>
    public sealed record CancelRun(string Id, string Reason, string Message) : Effect;

    /// <summary>Lists the store.</summary>
    public sealed record RefreshInventory : Effect;

    /// <summary>Deletes stored copies, each only while it is still the copy decided on.</summary>
    public sealed record DeleteStored(IReadOnlyList<StoredSnapshot> Copies) : Effect;

    /// <summary>Makes the EtcdSnapshot of a stored copy be as the copy's manifest tells.</summary>
    public sealed record UpsertSnapshot(StoredSnapshot Copy, string Location) : Effect;

    /// <summary>Deletes the EtcdSnapshot of a copy that is gone.</summary>
    public sealed record DeleteSnapshot(string Name, Precondition Precondition) : Effect;

    public sealed record AddFinalizer : Effect;

    public sealed record RemoveFinalizer : Effect;
}
