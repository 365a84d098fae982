using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Programs;

namespace Daytwo.LocalCluster.Servers;

/// <summary>A real etcd of one or several members on loopback, with TLS and client certificates required.</summary>
public sealed class EtcdCluster : IAsyncDisposable
{
    /// <summary>The first etcd that can leave out fsync, which makes tests faster.</summary>
    private static readonly Version WithoutFsync = new(3, 5);

    private readonly LocalAuthority authority;

    private EtcdCluster(LocalAuthority authority, KeyPairFiles client, IReadOnlyList<EtcdMember> members)
    {
        this.authority = authority;
        Client = client;
        Members = members;
    }

    public IReadOnlyList<EtcdMember> Members { get; }

    public IReadOnlyList<string> Endpoints => [.. Members.Select(m => m.ClientUrl)];

    public string AuthorityFile => authority.CertificateFile;

    /// <summary>A client certificate every member accepts.</summary>
    public KeyPairFiles Client { get; }

    /// <summary>Starts the members and waits until each answers.</summary>
    /// <param name="program">The etcd program.</param>
    /// <param name="directory">An existing folder for keys, data and logs.</param>
    /// <param name="extra">Further flags, such as <c>--quota-backend-bytes=…</c>.</param>
    public static async Task<EtcdCluster> Start(
        FoundProgram program, string directory, int members, TimeProvider time, CancellationToken ct, params string[] extra)
    {
        var authority = new LocalAuthority(directory, "etcd-ca", time);
        var server = authority.Issue("etcd-server", "CN=etcd");
        var client = authority.Issue("etcd-client", "CN=daytwo-local");
        var ports = FreePort.Take(members * 2);
        string[] flags = await ProgramVersion.Of(program, ct) >= WithoutFsync ? ["--unsafe-no-fsync", .. extra] : extra;
        var all = Enumerable.Range(0, members).Select(i => new EtcdMember(
            program.Path, $"etcd-{i}", Path.Combine(directory, $"etcd-{i}"), ports[2 * i], ports[(2 * i) + 1], authority.CertificateFile, server, client, time, flags)).ToList();
        var initial = string.Join(',', all.Select(m => $"{m.Name}={m.PeerUrl}"));
        var cluster = new EtcdCluster(authority, client, all);
        try
        {
            await Task.WhenAll(all.Select(m => m.Start(initial, ct)));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Members.Select(m => m.DisposeAsync().AsTask()));
        authority.Dispose();
    }
}
