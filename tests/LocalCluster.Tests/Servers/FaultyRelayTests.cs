using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.LocalCluster.Tests.Servers;

/// <summary>A relay in front of a server that says back what it is told.</summary>
public sealed class FaultyRelayTests : IAsyncDisposable
{
    private readonly TcpListener server = new(IPAddress.Loopback, 0);
    private readonly FaultyRelay relay;
    private readonly Task echoing;

    public FaultyRelayTests()
    {
        server.Start();
        echoing = Echo();
        relay = new FaultyRelay(((IPEndPoint)server.LocalEndpoint).Port, TimeProvider.System);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_pass_and_those_held_back_come_when_it_is_told_to_pass()
    {
        using var client = await Connect();
        Assert.Equal("a", await Said(client, "a"));

        relay.Delay(Timeout.InfiniteTimeSpan);
        var held = Said(client, "b");
        await Task.WhenAny(held, Task.Delay(100, Ct));
        Assert.False(held.IsCompleted);

        relay.Pass();
        Assert.Equal("b", await held);
    }

    [Fact]
    public async Task Refusing_ends_connections_and_takes_none_until_it_passes_again()
    {
        using var client = await Connect();
        Assert.Equal("a", await Said(client, "a"));

        relay.Refuse();
        await Assert.ThrowsAnyAsync<Exception>(() => Said(client, "b"));
        await Assert.ThrowsAsync<SocketException>(Connect);

        relay.Pass();
        using var again = await Connect();
        Assert.Equal("c", await Said(again, "c"));
    }

    [Fact]
    public async Task Certificate_presented_is_the_one_that_clients_see_and_may_have_expired()
    {
        using var folder = new ScratchFolder();
        using var authority = new LocalAuthority(folder.Path, "ca", TimeProvider.System);
        var pair = authority.Issue("expired", "CN=old", TimeSpan.FromHours(-1));
        using var certificate = X509Certificate2.CreateFromPemFile(pair.Certificate, pair.Key);
        relay.Present(certificate);

        using var client = await Connect();
        await using var tls = new SslStream(client.GetStream());
        var trusting = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid };
        trusting.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(authority.CertificateFile));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = trusting }, Ct);
        Assert.Equal(certificate.GetCertHashString(), tls.RemoteCertificate!.GetCertHashString());
        Assert.True(certificate.NotAfter < TimeProvider.System.GetLocalNow().DateTime);
    }

    public async ValueTask DisposeAsync()
    {
        await relay.DisposeAsync();
        server.Dispose();
        await echoing;
    }

    private async Task<TcpClient> Connect()
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, relay.Port, Ct);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static async Task<string> Said(TcpClient client, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        await client.GetStream().WriteAsync(bytes, Ct);
        await client.GetStream().ReadExactlyAsync(bytes, Ct);
        return Encoding.ASCII.GetString(bytes);
    }

    private async Task Echo()
    {
        try
        {
            while (true)
            {
                var client = await server.AcceptTcpClientAsync();
                _ = client.GetStream().CopyToAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test has ended.
        }
    }
}
