using System.Reflection;
using System.Security.Cryptography;
using Daytwo.Backup.Catalog;
using Daytwo.Backup.Gzip;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Sources;
using Daytwo.Backup.Verification;
using Daytwo.Storage;

namespace Daytwo.Backup.Pipeline;

/// <summary>Takes backups.</summary>
/// <remarks>
/// Guarantees: memory does not grow with the snapshot; plaintext never touches a disk; a backup is listed only when it is whole and has
/// passed the verification asked for; a run that failed leaves nothing listed and removes what it stored as far as the store can be
/// reached (a sweep removes the rest); two runs with one id never mix, and the first to finish wins.
/// </remarks>
public sealed class BackupPipeline
{
    private static readonly TimeSpan CleanupTime = TimeSpan.FromSeconds(20);

    private readonly TimeProvider time;
    private readonly bool byIsa;

    public BackupPipeline(TimeProvider time)
        : this(time, IsaDeflate.IsAvailable)
    {
    }

    /// <param name="byIsa">Compresses by ISA-L, which must be there; else by the runtime.</param>
    internal BackupPipeline(TimeProvider time, bool byIsa)
    {
        this.time = time;
        this.byIsa = byIsa;
    }

    /// <summary>Program and version, as manifests name it.</summary>
    public static string Tool { get; } =
        "daytwo " + (typeof(BackupPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    /// <exception cref="OperationCanceledException">The caller cancelled; nothing was listed.</exception>
    public async Task<BackupOutcome> Run(BackupRequest request, IProgress<BackupProgress>? progress, CancellationToken ct)
    {
        try
        {
            return await FindFinished(request, ct) ?? await Take(request, progress, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && BackupFailures.Describe(e) is { } failed)
        {
            return failed;
        }
    }

    private static async Task<BackupOutcome?> FindFinished(BackupRequest request, CancellationToken ct)
    {
        var problems = new List<InventoryProblem>();
        var found = await InventoryReader.Find(request.Store, request.Id, request.Key, problems, ct);
        return found switch
        {
            { Health: Pruning.SnapshotHealth.Untrusted or Pruning.SnapshotHealth.Damaged } => new BackupOutcome.Failed(
                BackupFailure.IdTaken, $"{request.Store.Address} holds a snapshot '{request.Id}' that is {found.Health}. Remove it or use another id."),
            { } => new BackupOutcome.Succeeded(found.Manifest, AlreadyDone: true),
            null when problems.Count > 0 => new BackupOutcome.Failed(
                BackupFailure.IdTaken, $"{request.Store.Address} holds {problems[0].Key}: {problems[0].Message}"),
            null => null,
        };
    }

    private async Task<BackupOutcome> Take(BackupRequest request, IProgress<BackupProgress>? progress, CancellationToken ct)
    {
        ProgressMeter.Begin(BackupStage.Connecting, progress, time);
        var createdAt = time.GetUtcNow();
        await using var transfer = await request.Source.Open(ct);
        var name = SnapshotLayout.DataName(Attempt(), request.Compression, request.Key is not null);
        try
        {
            var meter = ProgressMeter.Begin(BackupStage.Transferring, progress, time);
            var (plain, stored) = await new SnapshotTransport(new SnapshotStorer(request, byIsa)).Carry(transfer, name, meter, ct);
            meter.Tell();
            var manifest = await Verify(request, Describe(request, transfer, createdAt, plain, stored), progress, ct);
            return await Finish(request, manifest, progress, ct);
        }
        catch
        {
            await RemoveData(request, name);
            throw;
        }
    }

    private static string Attempt() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    private SnapshotManifest Describe(
        BackupRequest request, SnapshotTransfer transfer, DateTimeOffset createdAt, PlainBytes plain, StoredBytes stored) => new()
    {
        Id = request.Id.Value,
        CreatedAt = createdAt,
        CompletedAt = time.GetUtcNow(),
        Origin = transfer.Origin,
        StorageVersion = transfer.StorageVersion,
        Revision = transfer.Revision,
        Plain = plain,
        Stored = stored,
        Compression = request.Compression,
        KeyId = request.Key?.Id,
        Tool = Tool,
        Owner = request.Owner,
        Trigger = request.Trigger,
        ScheduledAt = request.ScheduledAt,
    };

    private async Task<SnapshotManifest> Verify(BackupRequest request, SnapshotManifest manifest, IProgress<BackupProgress>? progress, CancellationToken ct)
    {
        var verification = new VerificationRequest
        {
            Store = request.Store,
            Manifest = manifest,
            Key = request.Key,
            Level = request.Verification,
            SpoolDirectory = request.SpoolDirectory,
        };
        var outcome = await new SnapshotVerifier(time).Verify(verification, progress, ct);
        return outcome.Fault is null
            ? manifest with
            {
                CompletedAt = time.GetUtcNow(),
                Verification = request.Verification == VerificationLevel.None ? null : outcome.Record,
                Content = outcome.Content,
                Revision = outcome.Content?.Revision ?? manifest.Revision,
            }
            : throw new VerificationFailedException(
                $"What was read back from {request.Store.Address} is not what was sent: {outcome.Record.Detail} Nothing was listed; check that store.");
    }

    private async Task<BackupOutcome> Finish(BackupRequest request, SnapshotManifest manifest, IProgress<BackupProgress>? progress, CancellationToken ct)
    {
        ProgressMeter.Begin(BackupStage.Finishing, progress, time);
        var document = ManifestDocument.Write(manifest, request.Key);
        var options = new PutOptions { SizeHint = document.Length, ContentType = "application/json", OnlyIfAbsent = true, Lock = request.Lock };
        try
        {
            await using var writer = await request.Store.Create(SnapshotLayout.Manifest(request.Id), options, ct);
            await writer.Write(document, ct);
            await writer.Complete(ct);
            return new BackupOutcome.Succeeded(manifest, AlreadyDone: false);
        }
        catch (StoreException e) when (e.Failure == StoreFailure.Exists)
        {
            if (await FindFinished(request, ct) is not { } winner)
            {
                throw;
            }

            if (winner is not BackupOutcome.Succeeded won || won.Manifest.Stored.Name != manifest.Stored.Name)
            {
                await RemoveData(request, manifest.Stored.Name);
            }

            return winner;
        }
    }

    /// <summary>Best effort: what cannot be removed now is no part of any snapshot and is swept later.</summary>
    private async Task RemoveData(BackupRequest request, string name)
    {
        using var limit = new CancellationTokenSource(CleanupTime, time);
        try
        {
            await request.Store.Delete(SnapshotLayout.Data(request.Id, name), limit.Token);
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException)
        {
            // The failure that brought us here is the one to report.
        }
    }
}
