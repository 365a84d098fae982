using Daytwo.Etcd.Maintenance;

namespace Daytwo.Etcd.Membership;

/// <summary>Asks all endpoints of a client for their status at once, then one for the members.</summary>
internal static class ClusterViewing
{
    public static async ValueTask<ClusterView> Observe(EtcdClient client, CancellationToken ct)
    {
        var reports = await Task.WhenAll(client.Endpoints.Select(e => Report(client, e, ct))).ConfigureAwait(false);
        try
        {
            return new ClusterView(await client.Members(ct).ConfigureAwait(false), null, reports);
        }
        catch (EtcdException e)
        {
            return new ClusterView(null, e.Message, reports);
        }
    }

    private static async Task<EndpointReport> Report(EtcdClient client, Uri endpoint, CancellationToken ct)
    {
        try
        {
            return new EndpointReport(endpoint, await Status(client, endpoint, ct).ConfigureAwait(false), null);
        }
        catch (EtcdException e)
        {
            return new EndpointReport(endpoint, null, e.Cause, e.Failure);
        }
    }

    // A connection kept from an earlier call may have been lost since, as when the member was restarted: that says
    // nothing about the member, a fresh connection does.
    private static async ValueTask<MemberStatus> Status(EtcdClient client, Uri endpoint, CancellationToken ct)
    {
        try
        {
            return await client.Status(endpoint, ct).ConfigureAwait(false);
        }
        catch (EtcdException e) when (e is { Failure: EtcdFailure.Unreachable, NeverSent: false })
        {
            return await client.Status(endpoint, ct).ConfigureAwait(false);
        }
    }
}
