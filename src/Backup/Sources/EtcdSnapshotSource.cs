using System.Globalization;
using Daytwo.Etcd;
using Daytwo.Etcd.Membership;

namespace Daytwo.Backup.Sources;

/// <summary>Snapshots of a cluster, taken from the healthy voting follower closest to the leader.</summary>
/// <param name="client">Stays the caller's.</param>
public sealed class EtcdSnapshotSource(EtcdClient client) : ISnapshotSource
{
    public async ValueTask<SnapshotTransfer> Open(CancellationToken ct)
    {
        try
        {
            var view = await client.View(ct);
            var choice = MemberChoice.From(view);
            if (choice is not { Endpoint: { } endpoint, Member: { } member, Status: { } status })
            {
                throw NobodyFit(view, choice);
            }

            var origin = new SnapshotOrigin(
                Hexadecimal(status.ClusterId), Hexadecimal(member.Id), member.Name, endpoint.GetLeftPart(UriPartial.Authority), status.Version);
            return new EtcdSnapshotTransfer(await client.Snapshot(endpoint, ct), origin);
        }
        catch (EtcdException e)
        {
            throw EtcdFailures.Describe(e);
        }
    }

    private static SnapshotSourceException NobodyFit(ClusterView view, MemberChoice choice)
    {
        var silent = view.Endpoints.All(e => e.Status is null);
        return silent
            ? new SnapshotSourceException(
                BackupFailure.SourceUnreachable, $"No etcd endpoint answers: {choice.Explanation}. Check endpoints, network and certificates.")
            : new SnapshotSourceException(
                BackupFailure.SourceUnfit, $"No etcd member is fit for a snapshot: {choice.Explanation}. It is taken as soon as one is.");
    }

    private static string Hexadecimal(ulong id) => id.ToString("x", CultureInfo.InvariantCulture);
}
