using System.Net;
using System.Net.Sockets;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Credentials;
using Daytwo.Kubernetes.Tests.Support;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Kubernetes.Tests.Transport;

public sealed class HttpApiTransportTests
{
    private static readonly ApiRequest Read = new(HttpMethod.Get, "/api");
    private static readonly ApiRequest Write = new(HttpMethod.Post, "/api") { Body = "{}"u8.ToArray(), ContentType = "application/json" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_whose_server_hangs_up_goes_to_the_next_address_and_stays_there()
    {
        await using var first = new LoopbackServer(_ => null);
        await using var second = new LoopbackServer(_ => LoopbackServer.Ok("{}"));
        using var transport = Connect(first.Address, second.Address);
        await using (await transport.Send(Read, Ct))
        {
        }

        var tried = first.Requests.Count;
        await using (await transport.Send(Read, Ct))
        {
        }

        Assert.NotEqual(0, tried);
        Assert.Equal(tried, first.Requests.Count);
        Assert.Equal(2, second.Requests.Count);
    }

    [Fact]
    public async Task Write_that_may_have_reached_its_server_is_not_sent_again()
    {
        await using var first = new LoopbackServer(_ => null);
        await using var second = new LoopbackServer(_ => LoopbackServer.Ok("{}"));
        using var transport = Connect(first.Address, second.Address);
        await Assert.ThrowsAsync<ApiUnreachableException>(async () => await transport.Send(Write, Ct));
        Assert.Single(first.Requests);
        Assert.Empty(second.Requests);
    }

    [Fact]
    public async Task Write_to_an_address_that_refuses_goes_to_the_next()
    {
        await using var second = new LoopbackServer(_ => LoopbackServer.Ok("{}"));
        using var transport = Connect(Refusing(), second.Address);
        await using var response = await transport.Send(Write, Ct);
        Assert.Equal(200, response.StatusCode);
        Assert.Contains("Content-Type: application/json", Assert.Single(second.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_stays_silent_is_given_up_in_time_saying_so()
    {
        await using var server = new LoopbackServer(_ => "");
        using var transport = new HttpApiTransport(
            new ClusterConnection { Servers = [server.Address] }, TimeProvider.System, new HttpTransportOptions { RequestTimeout = TimeSpan.FromMilliseconds(100) });
        var failure = await Assert.ThrowsAsync<ApiUnreachableException>(async () => await transport.Send(Read, Ct));
        Assert.EndsWith("no answer in time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_who_gives_up_gets_a_cancellation_and_no_failure()
    {
        await using var server = new LoopbackServer(_ => "");
        using var transport = Connect(server.Address);
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await transport.Send(Read, gone.Token));
    }

    [Fact]
    public async Task Body_that_breaks_off_is_unreachable()
    {
        await using var server = new LoopbackServer(_ => "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{");
        using var transport = new HttpApiTransport(
            new ClusterConnection { Servers = [server.Address] }, TimeProvider.System, new HttpTransportOptions { RequestTimeout = TimeSpan.FromMilliseconds(300) });
        await using var response = await transport.Send(Read, Ct);
        await Assert.ThrowsAsync<ApiUnreachableException>(async () => await response.Body.CopyToAsync(Stream.Null, Ct));
    }

    [Fact]
    public async Task Refused_credential_is_renewed_once_and_the_request_sent_again()
    {
        await using var server = new LoopbackServer(r =>
            r.Contains("Bearer new", StringComparison.Ordinal) ? LoopbackServer.Ok("{}") : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        var credentials = new RenewingToken("old", "new");
        using var transport = new HttpApiTransport(new ClusterConnection { Servers = [server.Address], Credentials = credentials }, TimeProvider.System);
        await using var response = await transport.Send(Write, Ct);
        Assert.Equal((200, 2), (response.StatusCode, server.Requests.Count));
    }

    [Fact]
    public async Task Refused_credential_that_stays_the_same_is_an_answer_of_401()
    {
        await using var server = new LoopbackServer(_ => "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        using var transport = new HttpApiTransport(
            new ClusterConnection { Servers = [server.Address], Credentials = new StaticToken("t") }, TimeProvider.System);
        await using var response = await transport.Send(Read, Ct);
        Assert.Equal((401, 1), (response.StatusCode, server.Requests.Count));
    }

    [Fact]
    public async Task Warnings_and_retry_after_are_told_and_impersonation_is_sent()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("{}", "Warning: 299 - \"use \\\"v2\\\"\"\r\nWarning: 299 - \"böse\", 299 - \"more\"\r\nRetry-After: 7\r\n"));
        var impersonation = new Impersonation("jane") { Groups = ["a", "b"], Extra = new Dictionary<string, IReadOnlyList<string>> { ["x/y"] = ["1"] } };
        using var transport = new HttpApiTransport(new ClusterConnection { Servers = [server.Address], Impersonation = impersonation }, TimeProvider.System);
        await using var response = await transport.Send(Read, Ct);
        Assert.Equal(["use \"v2\"", "böse", "more"], response.Warnings);
        Assert.Equal(TimeSpan.FromSeconds(7), response.RetryAfter);
        var sent = Assert.Single(server.Requests);
        Assert.Contains("Impersonate-User: jane", sent, StringComparison.Ordinal);
        Assert.Contains("Impersonate-Group: a, b", sent.Replace("a\r\nImpersonate-Group: b", "a, b", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Impersonate-Extra-x%2Fy: 1", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_with_a_path_keeps_it()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("{}"));
        using var transport = Connect(new Uri(server.Address, "/k8s/clusters/c-1/"));
        await using var response = await transport.Send(Read, Ct);
        Assert.StartsWith("GET /k8s/clusters/c-1/api HTTP/1.1", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proxy_of_the_configuration_is_gone_through()
    {
        await using var proxy = new LoopbackServer(_ => LoopbackServer.Ok("{}"));
        using var transport = new HttpApiTransport(
            new ClusterConnection { Servers = [new Uri("http://kubernetes.invalid")], Proxy = proxy.Address }, TimeProvider.System);
        await using var response = await transport.Send(Read, Ct);
        Assert.StartsWith("GET http://kubernetes.invalid/api HTTP/1.1", Assert.Single(proxy.Requests), StringComparison.Ordinal);
    }

    private static HttpApiTransport Connect(params Uri[] servers) => new(new ClusterConnection { Servers = servers }, TimeProvider.System);

    /// <summary>An address that was free a moment ago.</summary>
    private static Uri Refusing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private sealed class RenewingToken(string before, string after) : ICredentialSource
    {
        private Credential _current = new(before, null);

        public ValueTask<Credential> Get(CancellationToken ct) => ValueTask.FromResult(_current);

        public void Reject(Credential refused) => _current = new Credential(after, null);
    }
}
