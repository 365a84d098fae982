using Daytwo.Etcd.Grpc;
using Daytwo.Etcd.Protobuf;
using Daytwo.Etcd.Tests.Snapshots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Daytwo.Etcd.Tests.Grpc;

public sealed class GrpcChannelTests
{
    private static readonly byte[] Status = SnapshotMessagesTests.Frame(new ProtoWriter()
        .Message(1, new ProtoWriter().Number(1, 11UL).Number(2, 22UL).Number(3, 33UL)).Text(2, "3.6.16").Number(4, 22UL).Text(8, "one").Text(8, "two"));

    private static readonly byte[] HeaderOnly = SnapshotMessagesTests.Frame(new ProtoWriter()
        .Message(1, new ProtoWriter().Number(1, 11UL).Number(2, 22UL).Number(3, 33UL)));

    [Fact]
    public async Task Answer_cut_into_single_bytes_is_understood()
    {
        await using var server = await MisbehavingServer.Start(MisbehavingServer.Answer(Cuts.Of(Status, [1])));
        using var client = server.Client();
        var status = await client.Status(server.Address, CancellationToken.None);

        Assert.Equal((11UL, 22UL, 33L, "3.6.16", true), (status.ClusterId, status.MemberId, status.Revision, status.Version, status.IsLeader));
        Assert.Equal(["one", "two"], status.Errors);
    }

    [Fact]
    public async Task Request_is_exactly_what_grpc_asks_for()
    {
        var seen = new List<string>();
        await using var server = await MisbehavingServer.Start(async context =>
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            seen.AddRange([context.Request.Protocol, context.Request.Method, context.Request.Path, context.Request.ContentType!,
                context.Request.Headers.TE.ToString(), context.Request.Headers["grpc-timeout"].ToString(), Convert.ToHexStringLower(body.ToArray())]);
            await MisbehavingServer.Answer([HeaderOnly])(context);
        });
        using var client = server.Client(TimeSpan.FromSeconds(20));
        await client.HashKv(server.Address, 300, CancellationToken.None);

        Assert.Equal(["HTTP/2", "POST", "/etcdserverpb.Maintenance/HashKV", "application/grpc", "trailers", "20000000u", "000000000308ac02"], seen);
    }

    [Fact]
    public async Task Status_in_the_headers_of_an_answer_without_body_counts()
    {
        var error = await Failure(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "14";
            context.Response.Headers["grpc-message"] = "etcdserver: no leader";
            return Task.CompletedTask;
        });

        Assert.Equal((EtcdFailure.NoLeader, GrpcStatus.Unavailable, true), (error.Failure, error.Status, error.Retryable));
        Assert.Matches(@"^etcd at http://127\.0\.0\.1:\d+: etcdserver: no leader$", error.Message);
    }

    [Theory]
    [InlineData("14", "etcdserver: request timed out", EtcdFailure.Timeout, true)]
    [InlineData("7", "etcdserver: permission denied", EtcdFailure.PermissionDenied, false)]
    [InlineData("8", "etcdserver: mvcc: database space exceeded", EtcdFailure.NoSpace, false)]
    [InlineData("11", "etcdserver: mvcc: required revision has been compacted", EtcdFailure.Compacted, false)]
    [InlineData("15", "etcdserver: corrupt cluster", EtcdFailure.Corrupt, false)]
    [InlineData("9", "etcdserver: rpc not supported for learner", EtcdFailure.Learner, false)]
    [InlineData("3", "etcdserver: key is not provided", EtcdFailure.Refused, false)]
    [InlineData("12", "unknown service", EtcdFailure.Protocol, false)]
    [InlineData("nonsense", "", EtcdFailure.Refused, false)]
    public async Task Status_in_the_trailers_is_classified(string status, string message, EtcdFailure expected, bool retryable)
    {
        var error = await Failure(MisbehavingServer.Answer([], status, message));

        Assert.Equal((expected, retryable), (error.Failure, error.Retryable));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escaped_message_is_decoded() =>
        Assert.Contains("100% größer", (await Failure(MisbehavingServer.Answer([], "3", "100%25 gr%C3%B6%C3%9Fer"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Answer_that_never_says_how_it_ended_has_failed() =>
        Assert.Contains("without grpc-status", (await Failure(MisbehavingServer.Answer([Status], status: null))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(0)]
    public async Task Answer_that_is_not_one_whole_message_has_failed(int length) =>
        Assert.Equal(EtcdFailure.Protocol, (await Failure(MisbehavingServer.Answer([Status.AsMemory(0, length)]))).Failure);

    [Fact]
    public async Task Answer_larger_than_allowed_is_refused()
    {
        var error = await Failure(MisbehavingServer.Answer([new byte[3 << 20]]));

        Assert.Contains("larger than the 1048576 bytes allowed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_of_another_program_is_told_as_such()
    {
        var error = await Failure(async context =>
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsync("page not found");
        });

        Assert.Equal((EtcdFailure.Protocol, GrpcStatus.Unimplemented), (error.Failure, error.Status));
        Assert.Contains("HTTP 404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_of_http_1_is_told_as_such()
    {
        await using var server = await MisbehavingServer.Start(c => c.Response.WriteAsync("hello"), HttpProtocols.Http1);
        using var client = server.Client();
        var error = await Assert.ThrowsAsync<EtcdException>(async () => await client.Status(server.Address, CancellationToken.None));

        Assert.Equal(EtcdFailure.Protocol, error.Failure);
        Assert.Contains("is this etcd's client port", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silent_server_times_out()
    {
        await using var server = await MisbehavingServer.Start(async c => await Task.Delay(Timeout.Infinite, c.RequestAborted));
        using var client = server.Client(TimeSpan.FromMilliseconds(200));
        var error = await Assert.ThrowsAsync<EtcdException>(async () => await client.Status(server.Address, CancellationToken.None));

        Assert.Equal((EtcdFailure.Timeout, true), (error.Failure, error.Retryable));
        Assert.Contains("no answer within 0.2 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_by_the_caller_is_no_failure_of_etcd()
    {
        await using var server = await MisbehavingServer.Start(async c => await Task.Delay(Timeout.Infinite, c.RequestAborted));
        using var client = server.Client();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await client.Status(server.Address, cancel.Token));
    }

    [Fact]
    public async Task Closed_port_is_unreachable_and_the_next_endpoint_is_asked()
    {
        await using var server = await MisbehavingServer.Start(MisbehavingServer.Answer([HeaderOnly]));
        var closed = new Uri("http://127.0.0.1:1");
        using var client = new EtcdClient(new EtcdClientOptions { Endpoints = [closed, server.Address] });
        var error = await Assert.ThrowsAsync<EtcdException>(async () => await client.Status(closed, CancellationToken.None));

        Assert.Equal((EtcdFailure.Unreachable, true), (error.Failure, error.NeverSent));
        Assert.Equal(33, (await client.Put("k"u8.ToArray(), "v"u8.ToArray(), CancellationToken.None)).Revision);
        Assert.Equal(11UL, (await client.Members(CancellationToken.None)).ClusterId);
    }

    /// <summary>As a proxy does whose member is gone.</summary>
    [Fact]
    public async Task Endpoint_that_breaks_off_every_call_is_passed_over_for_reads_and_not_for_writes()
    {
        await using var broken = await MisbehavingServer.Start(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var server = await MisbehavingServer.Start(MisbehavingServer.Answer([HeaderOnly]));
        using var client = new EtcdClient(new EtcdClientOptions { Endpoints = [broken.Address, server.Address] });

        Assert.Equal(11UL, (await client.Members(CancellationToken.None)).ClusterId);
        var error = await Assert.ThrowsAsync<EtcdException>(async () => await client.Put("k"u8.ToArray(), "v"u8.ToArray(), CancellationToken.None));
        Assert.Equal((EtcdFailure.Protocol, broken.Address), (error.Failure, error.Endpoint));
    }

    private static async Task<EtcdException> Failure(RequestDelegate answer)
    {
        await using var server = await MisbehavingServer.Start(answer);
        using var client = server.Client();
        return await Assert.ThrowsAsync<EtcdException>(async () => await client.Status(server.Address, CancellationToken.None));
    }
}
