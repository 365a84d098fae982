using System.Globalization;
using Daytwo.Etcd;
using Daytwo.Etcd.Membership;

namespace Daytwo.Backup.Sources;

/// <summary>Snapshots of a cluster, taken from the healthy voting follower closest to the leader.</summary>
/// <param name="client">Stays the caller's.</param>
public sealed class EtcdSnapshotSource(EtcdClient client) : ISnapshotSource
{
    /// <summary>For a person: what the last <see cref="Open"/> found to be wrong with the cluster, though a snapshot could be begun; null when nothing.</summary>
    public string? Concern { get; private set; }

    public async ValueTask<SnapshotTransfer> Open(CancellationToken ct)
    {
        try
        {
            var view = await client.View(ct);
            var choice = MemberChoice.From(view);
            if (choice is not { Endpoint: { } endpoint, Member: { } member, Status: { } status })
            {
                throw UnfitCluster.Describe(view, choice);
            }

            Concern = SpaceAlarm.Describe(choice);

            var origin = new SnapshotOrigin(
                Hexadecimal(status.ClusterId), Hexadecimal(member.Id), member.Name, endpoint.GetLeftPart(UriPartial.Authority), status.Version);
            return new EtcdSnapshotTransfer(await client.Snapshot(endpoint, ct), origin);
        }
        catch (EtcdException e)
        {
            throw EtcdFailures.Describe(e);
        }
    }

    private static string Hexadecimal(ulong id) => id.ToString("x", CultureInfo.InvariantCulture);
}
