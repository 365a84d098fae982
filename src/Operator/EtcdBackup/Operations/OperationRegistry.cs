using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.EtcdBackup.Rules;
using Daytwo.Runtime;
using Daytwo.Runtime.Election;
using Microsoft.Extensions.Logging;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>
/// The long work of this process, by the UID of the object it is for: started without waiting, looked at, stopped.
/// </summary>
/// <remarks>
/// Guarantees: at most one attempt and one work with the store at a time for an object; an attempt that is asked for again is the
/// same attempt; nothing starts without leadership, and when <see cref="End"/> has ended, nothing runs. What is kept here is lost with the
/// process; everything that must last is in statuses and stores.
/// </remarks>
internal sealed class OperationRegistry(TimeProvider time, LeaderFence fence, ILogger logger)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly Dictionary<string, OwnerOperations> owners = new(StringComparer.Ordinal);
    private bool ended;

    /// <summary>Called, on any thread, when something worth a look happened for that object.</summary>
    public Action<ObjectKey> Changed { get; set; } = _ => { };

    public (RunAttempt? Run, StoreView Store) Look(string uid)
    {
        lock (gate)
        {
            return owners.TryGetValue(uid, out var owner) ? (owner.Run?.View(time), owner.Store.View(time)) : (null, StoreView.Unknown);
        }
    }

    /// <param name="work">Does the attempt. Cancellation apart, it returns its failures.</param>
    /// <returns>False when we do not lead, or another attempt of this object still runs.</returns>
    public bool StartRun(
        ObjectKey key, string uid, string id, int attempt, Func<IProgress<AttemptProgress>, CancellationToken, Task<RunOutcome>> work)
    {
        lock (gate)
        {
            var owner = Owner(key, uid);
            if (owner.Run is { } present && present.Id == id && present.Attempt == attempt)
            {
                return true;
            }

            if (ended || !fence.IsOpen || owner.Run is { Outcome: null })
            {
                return false;
            }

            owner.Run?.Cancellation.Dispose();
            var slot = new RunSlot(id, attempt, time.GetTimestamp(), new CancellationTokenSource());
            owner.Run = slot;
            slot.Work = Task.Run(() => Run(owner, slot, work));
            return true;
        }
    }

    public void CancelRun(string uid, string id, string reason, string message)
    {
        lock (gate)
        {
            if (owners.TryGetValue(uid, out var owner) && owner.Run is { Outcome: null } slot && slot.Id == id)
            {
                Cancel(slot, reason, message);
            }
        }
    }

    /// <param name="work">Does the work; a listing returns what it found. It throws what <paramref name="describe"/> explains.</param>
    /// <param name="describe">A failure's reason and message.</param>
    public bool StartStoreWork(
        ObjectKey key, string uid, StoreWork kind, Func<CancellationToken, Task<StoreContent?>> work, Func<Exception, (string, string)> describe)
    {
        lock (gate)
        {
            var owner = Owner(key, uid);
            if (ended || !fence.IsOpen || owner.Store.Running is not null)
            {
                return false;
            }

            owner.Store.Running = kind;
            owner.Store.Stale = kind == StoreWork.Deleting;
            owner.Store.Cancellation = new CancellationTokenSource(Waits.StoreWork, time);
            owner.Store.Work = Task.Run(() => Work(owner, kind, work, describe));
            return true;
        }
    }

    /// <summary>Stops everything for objects of that name but one; a null UID stops all.</summary>
    public void Forget(ObjectKey key, string? exceptUid)
    {
        lock (gate)
        {
            foreach (var owner in owners.Values.Where(o => o.Key == key && o.Uid != exceptUid).ToArray())
            {
                Stop(owner, Reasons.ObjectDeleted, "The EtcdBackup is gone.");
                owners.Remove(owner.Uid);
            }
        }
    }

    /// <summary>Stops everything, for good, and waits until nothing runs.</summary>
    public async Task End()
    {
        Task[] works;
        lock (gate)
        {
            ended = true;
            foreach (var owner in owners.Values)
            {
                Stop(owner, Reasons.Interrupted, "The operator stopped, or lost its leadership.");
            }

            works = [.. owners.Values.SelectMany(o => new[] { o.Run?.Work ?? Task.CompletedTask, o.Store.Work })];
        }

        await Task.WhenAll(works);
    }

    private async Task Run(OwnerOperations owner, RunSlot slot, Func<IProgress<AttemptProgress>, CancellationToken, Task<RunOutcome>> work)
    {
        RunOutcome outcome;
        try
        {
            outcome = await work(new RunProgressSink(progress => Progressed(owner, slot, progress)), slot.Cancellation.Token);
        }
        catch (OperationCanceledException) when (slot.Cancellation.IsCancellationRequested)
        {
            outcome = slot.Cancelled ?? new RunOutcome.Failed(Reasons.Interrupted, "The attempt was stopped.");
        }
        catch (Exception e)
        {
            // Whatever it is, the attempt has ended, and the next one must not wait for it for ever.
            logger.AttemptBroke(e, owner.Key, slot.Id);
            outcome = new RunOutcome.Failed(e is IOException ? "ApiUnreachable" : "InternalError", e.Message);
        }

        lock (gate)
        {
            slot.Outcome = outcome;
            if (outcome is RunOutcome.Succeeded)
            {
                // The store has another copy, and it answers again whatever was wrong with it.
                (owner.Store.Stale, owner.Store.Fault) = (true, null);
            }
        }

        Changed(owner.Key);
    }

    private async Task Work(
        OwnerOperations owner, StoreWork kind, Func<CancellationToken, Task<StoreContent?>> work, Func<Exception, (string, string)> describe)
    {
        var store = owner.Store;
        StoreContent? content = null;
        (string Reason, string Message)? fault = null;
        try
        {
            content = await work(store.Cancellation!.Token);
        }
        catch (Exception e)
        {
            fault = describe(e);
        }

        lock (gate)
        {
            store.Cancellation!.Dispose();
            (store.Running, store.Cancellation) = (null, null);
            store.Fault = fault is { } f ? new StoreFault(kind, f.Reason, f.Message, (store.Fault?.Count ?? 0) + 1, TimeSpan.Zero) : null;
            store.FaultedAt = time.GetTimestamp();
            if (content is not null)
            {
                (store.Content, store.ListedAt) = (content, time.GetTimestamp());
            }
            else
            {
                store.Stale = true;
            }
        }

        Changed(owner.Key);
    }

    private void Progressed(OwnerOperations owner, RunSlot slot, AttemptProgress progress)
    {
        lock (gate)
        {
            var now = time.GetElapsedTime(slot.StartedAt);
            var tell = slot.Progress?.Step != progress.Step || now - slot.ProgressToldAt >= ProgressEvery;
            slot.Progress = progress;
            if (!tell)
            {
                return;
            }

            slot.ProgressToldAt = now;
        }

        Changed(owner.Key);
    }

    private OwnerOperations Owner(ObjectKey key, string uid)
    {
        if (!owners.TryGetValue(uid, out var owner))
        {
            owners.Add(uid, owner = new OwnerOperations(key, uid));
        }

        return owner;
    }

    private void Stop(OwnerOperations owner, string reason, string message)
    {
        if (owner.Run is { Outcome: null } slot)
        {
            Cancel(slot, reason, message);
        }

        owner.Store.Cancellation?.Cancel();
    }

    private void Cancel(RunSlot slot, string reason, string message)
    {
        if (slot.Cancelled is null)
        {
            (slot.Cancelled, slot.CancelledAt) = (new RunOutcome.Failed(reason, message), time.GetTimestamp());
        }

        _ = slot.Cancellation.CancelAsync();
    }
}
