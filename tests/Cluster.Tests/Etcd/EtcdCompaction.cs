using Daytwo.Etcd;

namespace Daytwo.Cluster.Tests.Etcd;

internal static class EtcdCompaction
{
    /// <summary>Compacts, unless that revision was compacted before.</summary>
    public static async Task Try(EtcdClient client, long revision, bool physical, CancellationToken ct)
    {
        try
        {
            await client.Compact(revision, physical, ct);
        }
        catch (EtcdException e) when (e.Failure == EtcdFailure.Compacted)
        {
        }
    }
}
