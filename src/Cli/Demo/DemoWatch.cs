using System.Globalization;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Requests;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Cli.Demo;

/// <summary>Shows what becomes of the demo's EtcdBackups, a line per change.</summary>
internal sealed class DemoWatch(KubernetesClient client, Surroundings around, ChildProcess daytwo)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);

    /// <summary>Returns when the scheduled and the one-off backup each have a verified snapshot, and its EtcdSnapshot.</summary>
    public async Task UntilBothVerified(CancellationToken ct)
    {
        while (!(await Look(ct)).All(b => b.Status.LastSuccess?.VerifiedAt is not null) || (await Snapshots(ct)).Select(s => s.Spec.BackupName).Distinct().Count() < 2)
        {
            await Task.Delay(Pause, around.Time, ct);
        }
    }

    public async Task Forever(CancellationToken ct)
    {
        while (true)
        {
            await Look(ct);
            await Task.Delay(Pause, around.Time, ct);
        }
    }

    /// <summary>The snapshots there are, as <c>kubectl get etcdsnapshots</c> would print them.</summary>
    public async Task Table(CancellationToken ct)
    {
        var table = new TextTable("SNAPSHOT", "BACKUP", "REVISION", "KEYS", "DATABASE", "STORED", "VERIFIED");
        foreach (var snapshot in (await Snapshots(ct)).OrderBy(s => s.Status.CreatedAt))
        {
            var status = snapshot.Status;
            table.Add(
                snapshot.Metadata.Name, snapshot.Spec.BackupName, Number(status.Revision), Number(status.TotalKeys), Human.Bytes(status.DatabaseBytes ?? 0),
                Human.Bytes(status.StoredBytes ?? 0), status.VerifiedAt is { } at ? at.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "-");
        }

        around.Output.WriteLine();
        table.Write(around.Output);
        around.Output.WriteLine();
    }

    private async Task<IReadOnlyList<EtcdSnapshot>> Snapshots(CancellationToken ct) =>
        (await client.List(Kinds.EtcdSnapshots, new ListRequest(), ct)).Required().Items;

    private async Task<IReadOnlyList<EtcdBackup>> Look(CancellationToken ct)
    {
        if (daytwo.HasExited)
        {
            throw new CliException($"the operator ended; the end of its log:\n{daytwo.LogTail()}");
        }

        var page = (await client.List(Kinds.EtcdBackups, new ListRequest(), ct)).Required();
        foreach (var backup in page.Items)
        {
            var state = State(around.Ink, backup);
            if (state is not null && told.GetValueOrDefault(backup.Metadata.Name) != state)
            {
                told[backup.Metadata.Name] = state;
                around.Output.WriteLine($"{around.Time.GetLocalNow():HH:mm:ss}  {backup.Metadata.Name,-20} {state}");
            }
        }

        return page.Items;
    }

    private static string? State(Ink ink, EtcdBackup backup) => backup.Status switch
    {
        { CurrentRun: { RetryAt: not null } run } => $"{ink.Bad("failed")} ({run.LastFailureReason}), tries again at {run.RetryAt:HH:mm:ss}",
        { CurrentRun: { } run } => $"running: {run.Progress?.Step?.ToLowerInvariant() ?? "starting"}{(run.Attempt > 1 ? $", attempt {run.Attempt}" : "")}",
        { LastRun: { Result: RunResult.Failed } run } => $"{ink.Bad("failed")}: {run.Reason}: {run.Message}",
        { LastSuccess: { } done } => $"{ink.Good("succeeded")}: revision {done.Revision}, {Human.Bytes(done.DatabaseBytes ?? 0)} stored as {Human.Bytes(done.StoredBytes ?? 0)}{(done.VerifiedAt is null ? "" : ", verified")}{Took(done.Duration)}",
        { NextRunTime: { } next } => $"waits for {next:HH:mm:ss}Z",
        _ => null,
    };

    private static string Took(TimeSpan? duration) => duration is { } d ? $" in {Human.Duration(d)}" : "";

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
