using Daytwo.Etcd.Grpc;
using Daytwo.Etcd.KeyValues;
using Daytwo.Etcd.Maintenance;
using Daytwo.Etcd.Membership;
using Daytwo.Etcd.Protobuf;
using Daytwo.Etcd.Snapshots;

namespace Daytwo.Etcd;

/// <summary>Speaks etcd's v3 API to the members of one cluster. May be used by several callers at once.</summary>
/// <remarks>
/// Every failure is an <see cref="EtcdException"/> that names endpoint and cause; only a cancellation by the caller is
/// not. Calls without an endpoint ask one after another until one answers; a write is tried elsewhere only when it
/// surely did not happen.
/// </remarks>
public sealed class EtcdClient : IDisposable
{
    private const string Maintenance = "/etcdserverpb.Maintenance/";
    private const string Kv = "/etcdserverpb.KV/";

    private readonly List<GrpcChannel> _channels;

    /// <exception cref="ArgumentException">No endpoint, or one that is no http or https address.</exception>
    public EtcdClient(EtcdClientOptions options)
    {
        if (options.Endpoints.Count == 0)
        {
            throw new ArgumentException("no etcd endpoint is given; give at least one, such as https://10.0.0.1:2379", nameof(options));
        }

        if (options.Endpoints.FirstOrDefault(e => !e.IsAbsoluteUri || e.Scheme is not ("http" or "https")) is { } wrong)
        {
            throw new ArgumentException($"etcd endpoint {wrong} is no address of the form https://HOST:PORT", nameof(options));
        }

        _channels = [.. options.Endpoints.Distinct().Select(e => new GrpcChannel(e, options))];
    }

    public IEnumerable<Uri> Endpoints => _channels.Select(c => c.Endpoint);

    /// <summary>What the member behind one endpoint says of itself. Needs no quorum.</summary>
    public ValueTask<MemberStatus> Status(Uri endpoint, CancellationToken ct) =>
        Channel(endpoint).Unary(Maintenance + "Status", new ProtoWriter(), MaintenanceMessages.Status, ct);

    /// <summary>The members as the first answering one knows them. Needs no quorum.</summary>
    public ValueTask<MemberList> Members(CancellationToken ct) =>
        Anywhere("/etcdserverpb.Cluster/MemberList", MemberMessages.List(linearizable: false), MemberMessages.Parse, ct);

    /// <summary>Asks every endpoint at once; faults become part of the view. The input of <see cref="MemberChoice"/>.</summary>
    public ValueTask<ClusterView> View(CancellationToken ct) => ClusterViewing.Observe(this, ct);

    /// <summary>The alarms of all members. Needs a quorum.</summary>
    public ValueTask<IReadOnlyList<Alarm>> Alarms(CancellationToken ct) =>
        Anywhere(Maintenance + "Alarm", MaintenanceMessages.ListAlarms(), MaintenanceMessages.Alarms, ct);

    /// <summary>Ends an alarm; the answer lists the alarm ended, if it was on.</summary>
    public ValueTask<IReadOnlyList<Alarm>> Disarm(Alarm alarm, CancellationToken ct) =>
        Anywhere(Maintenance + "Alarm", MaintenanceMessages.Disarm(alarm), MaintenanceMessages.Alarms, ct);

    /// <summary>One member's hash over its records up to a revision; 0 for the latest. It reads the whole database.</summary>
    public ValueTask<KeyValueHash> HashKv(Uri endpoint, long revision, CancellationToken ct) => Channel(endpoint).Unary(
        Maintenance + "HashKV", new ProtoWriter().Number(1, revision), message => MaintenanceMessages.Hash(message, revision), ct);

    /// <summary>Starts a snapshot of the member behind one endpoint; its first bytes are there when this returns.</summary>
    public async ValueTask<SnapshotStream> Snapshot(Uri endpoint, CancellationToken ct)
    {
        var answer = await Channel(endpoint).Stream(Maintenance + "Snapshot", new ProtoWriter(), ct).ConfigureAwait(false);
        return await SnapshotStream.Open(answer, ct).ConfigureAwait(false);
    }

    public ValueTask<RangeResult> Range(RangeRequest range, CancellationToken ct) =>
        Anywhere(Kv + "Range", KeyValueMessages.Range(range), KeyValueMessages.RangeResult, ct);

    public ValueTask<WriteResult> Put(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> value, CancellationToken ct) =>
        Once(Kv + "Put", KeyValueMessages.Put(key, value), KeyValueMessages.Written, ct);

    /// <summary>Deletes one key, or all up to <paramref name="rangeEnd"/> when that is not empty.</summary>
    public ValueTask<WriteResult> Delete(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> rangeEnd, CancellationToken ct) =>
        Once(Kv + "DeleteRange", KeyValueMessages.Delete(key, rangeEnd), KeyValueMessages.Deleted, ct);

    public ValueTask<WriteResult> Transact(Transaction transaction, CancellationToken ct) =>
        Once(Kv + "Txn", KeyValueMessages.Transaction(transaction), KeyValueMessages.Transacted, ct);

    /// <summary>Forgets history before a revision; with <paramref name="physical"/> the answer waits until it is gone from the database.</summary>
    public ValueTask<WriteResult> Compact(long revision, bool physical, CancellationToken ct) =>
        Once(Kv + "Compact", KeyValueMessages.Compact(revision, physical), KeyValueMessages.Written, ct);

    public void Dispose() => _channels.ForEach(c => c.Dispose());

    private GrpcChannel Channel(Uri endpoint) => _channels.Find(c => c.Endpoint == endpoint)
        ?? throw new ArgumentException($"{endpoint} is none of this client's endpoints", nameof(endpoint));

    private ValueTask<T> Anywhere<T>(string method, ProtoWriter request, MessageParser<T> parse, CancellationToken ct) =>
        Failover(method, request, parse, e => e.Retryable || e.ConcernsOneEndpoint, ct);

    private ValueTask<T> Once<T>(string method, ProtoWriter request, MessageParser<T> parse, CancellationToken ct) =>
        Failover(method, request, parse, e => e.NeverSent, ct);

    private async ValueTask<T> Failover<T>(
        string method, ProtoWriter request, MessageParser<T> parse, Predicate<EtcdException> tryNext, CancellationToken ct)
    {
        foreach (var channel in _channels[..^1])
        {
            try
            {
                return await channel.Unary(method, request, parse, ct).ConfigureAwait(false);
            }
            catch (EtcdException e) when (tryNext(e))
            {
                // The last endpoint's failure is the one reported.
            }
        }

        return await _channels[^1].Unary(method, request, parse, ct).ConfigureAwait(false);
    }
}
