using System.Text.Json;
using Daytwo.Crds;
using Daytwo.Crds.Backups;
using Daytwo.Crds.Backups.Status;
using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.EtcdBackup.Rules;
using Daytwo.Runtime.Rules;
using EtcdBackupObject = Daytwo.Crds.EtcdBackup;

namespace Daytwo.Operator.Tests.EtcdBackup.Model;

/// <summary>
/// One EtcdBackup with its API object, store, process and clocks, all in memory and all deterministic. It carries out effects as the real
/// parts do, and refuses those that must never be asked for.
/// </summary>
internal sealed class World
{
    private readonly DateTimeOffset created;

    public World(DateTimeOffset start, EtcdBackupSpec spec)
    {
        (Now, created) = (start, start);
        Object = new EtcdBackupObject
        {
            Metadata = new ObjectMeta { Name = "nightly", Uid = "uid-1", Generation = 1, ResourceVersion = "1", CreationTimestamp = start },
            Spec = spec,
        };
    }

    /// <summary>The wall clock, which may jump.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>The clock that does not.</summary>
    public TimeSpan Clock { get; private set; }

    /// <summary>Null once the object is gone.</summary>
    public EtcdBackupObject? Object { get; set; }

    public Dictionary<string, EtcdSnapshot> Mirrors { get; } = new(StringComparer.Ordinal);

    public ModelStore Store { get; } = new();

    public ModelProcess Process { get; private set; } = new();

    public Prerequisites Prerequisites { get; set; } = Prerequisites.Met;

    public int StatusWrites { get; private set; }

    public void Pass(TimeSpan time) => (Now, Clock) = (Now + time, Clock + time);

    /// <summary>The process dies; what it was doing with it.</summary>
    public void Crash() => Process = new ModelProcess();

    public Decision<EtcdBackupStatus, Effect> Decide() => EtcdBackupRules.Decide(
        new Seen(Object!, [.. Mirrors.Values], Prerequisites, Process.Attempt?.Seen(Clock), Process.View(Clock)), Now);

    /// <summary>Writes the status through JSON, as the API keeps it.</summary>
    /// <returns>Whether it differed.</returns>
    public bool Write(EtcdBackupStatus status)
    {
        var before = JsonSerializer.Serialize(Object!, CrdsJson.Default.EtcdBackup);
        var after = JsonSerializer.Serialize(Object! with { Status = status }, CrdsJson.Default.EtcdBackup);
        Object = JsonSerializer.Deserialize(after, CrdsJson.Default.EtcdBackup)!;
        StatusWrites += before == after ? 0 : 1;
        return before != after;
    }

    public void Act(Effect effect)
    {
        switch (effect)
        {
            case Effect.StartRun start:
                Start(start);
                break;
            case Effect.CancelRun cancel:
                (Process.Attempt!.Cancelled, Process.Attempt.CancelledAt) = (cancel, Clock);
                break;
            case Effect.RefreshInventory:
                List();
                break;
            case Effect.DeleteStored delete:
                Delete(delete.Copies);
                break;
            case Effect.UpsertSnapshot upsert:
                Mirror(upsert);
                break;
            case Effect.DeleteSnapshot delete:
                Assert.Equal(Mirrors[delete.Name].Metadata.Uid, delete.Precondition.Uid);
                Mirrors.Remove(delete.Name);
                break;
            case Effect.AddFinalizer:
                Object = Object! with { Metadata = Object.Metadata with { Finalizers = [Kinds.Finalizer] } };
                break;
            case Effect.RemoveFinalizer:
                Object = Object!.Metadata.DeletionTimestamp is null ? Object with { Metadata = Object.Metadata with { Finalizers = [] } } : null;
                break;
        }
    }

    public void EndRun(RunOutcome outcome)
    {
        Process.Attempt!.Outcome = outcome;
        if (outcome is RunOutcome.Succeeded)
        {
            (Process.Stale, Process.Fault) = (true, null);
        }
    }

    public void Succeed(string? concern = null)
    {
        var attempt = Process.Attempt!;
        var copy = Store.Add(attempt.Id, Object!.Metadata.Name, attempt.Begun, Now);
        EndRun(new RunOutcome.Succeeded(copy, Clock - attempt.StartedAt, concern));
    }

    private void Start(Effect.StartRun start)
    {
        Assert.True(Process.Attempt is null or { Outcome: not null }, "a second attempt starts while one runs");
        var intent = Object!.Status.CurrentRun;
        Assert.True(intent?.Id == start.Id && intent.Attempt == start.Attempt && intent.RetryAt is null, "an attempt starts that the status does not name");
        Process.Attempt = new ModelAttempt { Id = start.Id, Number = start.Attempt, StartedAt = Clock, Begun = Now, ScheduledAt = start.ScheduledTime };
        if (Store.Copies.Find(c => c.Id == start.Id) is { } finished && Store.Broken is null)
        {
            EndRun(new RunOutcome.Succeeded(finished, TimeSpan.Zero));
        }
    }

    private void List()
    {
        if (Fails(StoreWork.Listing))
        {
            return;
        }

        Process.Content = new StoreContent(ModelStore.Address, [.. Store.Copies.OrderByDescending(c => c.CreatedAt)], [], Now);
        (Process.Stale, Process.ListedAt, Process.Fault) = (false, Clock, null);
    }

    private void Delete(IReadOnlyList<StoredSnapshot> copies)
    {
        var newestVerified = Store.Copies.Where(c => c.OwnerName == "nightly" && c.VerifiedAt is not null).MaxBy(c => c.CreatedAt);
        if (Object!.Metadata.DeletionTimestamp is null)
        {
            Assert.DoesNotContain(copies, c => c.Id == newestVerified?.Id);
        }

        Assert.All(copies, c => Assert.Equal("nightly", c.OwnerName));
        if (!Fails(StoreWork.Deleting))
        {
            Store.Copies.RemoveAll(c => copies.Any(d => d.Id == c.Id && d.StoredSha256 == c.StoredSha256));
            (Process.Stale, Process.Fault) = (true, null);
        }
    }

    private bool Fails(StoreWork work)
    {
        if (Store.Broken is not { } broken)
        {
            return false;
        }

        Process.Fault = new StoreFault(work, broken.Reason, broken.Message, (Process.Fault?.Count ?? 0) + 1, TimeSpan.Zero);
        Process.FaultedAt = Clock;
        return true;
    }

    private void Mirror(Effect.UpsertSnapshot upsert)
    {
        var name = SnapshotName.Of(Object!.Metadata, upsert.Copy);
        var existing = Mirrors.GetValueOrDefault(name) ?? new EtcdSnapshot
        {
            Metadata = new ObjectMeta { Name = name, Uid = $"uid-{name}", ResourceVersion = "1", CreationTimestamp = created + Clock },
        };
        var mirror = existing with { Status = SnapshotStatus.Of(upsert.Copy, upsert.Location, existing, Now) };
        Mirrors[name] = JsonSerializer.Deserialize(JsonSerializer.Serialize(mirror, CrdsJson.Default.EtcdSnapshot), CrdsJson.Default.EtcdSnapshot)!;
    }
}
