using Daytwo.Etcd.Inspection;
using Daytwo.Etcd.Snapshots;
using Daytwo.Etcd.Tests.Bolt;
using Daytwo.Etcd.Tests.Grpc;
using Microsoft.AspNetCore.Http;

namespace Daytwo.Etcd.Tests.Snapshots;

public sealed class SnapshotStreamTests
{
    private static readonly byte[] File = new BoltImage()
        .Bucket("key", Enumerable.Range(2, 400).Select(i => Records.Put(i, $"k{i}", valueLength: 500))).Inline("meta", Records.Meta()).Build();

    private static readonly byte[] Small = new BoltImage(1024).Inline("meta", Records.Meta()).Build();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(250)]
    public async Task Snapshot_arrives_as_it_was_sent(byte cut)
    {
        var file = cut == 1 ? Small : File;
        await using var server = await MisbehavingServer.Start(MisbehavingServer.Answer(Cuts.Of(Wire(file), [cut])));
        using var client = server.Client();
        await using var snapshot = await client.Snapshot(server.Address, CancellationToken.None);
        var received = new MemoryStream();
        await snapshot.AsStream().CopyToAsync(received);

        Assert.Equal(file, received.ToArray());
        Assert.Equal((received.Length, 0L, "3.6.0"), (snapshot.FileBytes, snapshot.RemainingBytes, snapshot.StorageVersion));
    }

    [Fact]
    public async Task Revision_and_digests_are_known_at_the_end()
    {
        await using var server = await MisbehavingServer.Start(MisbehavingServer.Answer([Wire(File)]));
        using var client = server.Client();
        await using var snapshot = await client.Snapshot(server.Address, CancellationToken.None);
        Assert.Null(snapshot.Digests);
        Assert.Null(snapshot.Revision);
        await snapshot.AsStream().CopyToAsync(Stream.Null);

        Assert.Equal(401, snapshot.Revision);
        Assert.Equal(SnapshotFile.CheckDigest(new MemoryPages(File), CancellationToken.None), snapshot.Digests);
        Assert.True((await snapshot.Read(CancellationToken.None)).IsEmpty);
    }

    [Fact]
    public async Task Changed_byte_is_found()
    {
        var damaged = (byte[])File.Clone();
        damaged[70_000] ^= 4;

        await Assert.ThrowsAsync<SnapshotDamagedException>(() => Receive(MisbehavingServer.Answer([Wire(damaged)])));
    }

    [Fact]
    public async Task Lost_tail_is_found() =>
        await Assert.ThrowsAsync<SnapshotDamagedException>(() => Receive(MisbehavingServer.Answer([Wire(File[..^32])])));

    [Fact]
    public async Task Error_of_etcd_at_the_end_counts_though_all_bytes_came()
    {
        var error = await Assert.ThrowsAsync<EtcdException>(() => Receive(MisbehavingServer.Answer([Wire(File)], "14", "etcdserver: server stopped")));

        Assert.Contains("server stopped", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_connection_is_an_error_that_may_be_retried()
    {
        var error = await Assert.ThrowsAsync<EtcdException>(() => Receive(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(Wire(File).AsMemory(0, 100_000));
            await context.Response.Body.FlushAsync();
            context.Abort();
        }));

        Assert.NotEqual(EtcdFailure.Refused, error.Failure);
    }

    [Fact]
    public async Task Stalled_stream_times_out()
    {
        await using var server = await MisbehavingServer.Start(async context =>
        {
            await MisbehavingServer.Answer([Wire(File).AsMemory(0, 100_000)], status: null)(context);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = server.Client(TimeSpan.FromSeconds(3));
        await using var snapshot = await client.Snapshot(server.Address, CancellationToken.None);
        var error = await Assert.ThrowsAsync<EtcdException>(() => snapshot.AsStream().CopyToAsync(Stream.Null));

        Assert.Equal(EtcdFailure.Timeout, error.Failure);
    }

    [Fact]
    public async Task Empty_answer_is_an_error() =>
        Assert.Equal(EtcdFailure.Protocol, (await Assert.ThrowsAsync<EtcdException>(() => Receive(MisbehavingServer.Answer([])))).Failure);

    // As etcd sends it: 32 KiB a message, then the digest.
    private static byte[] Wire(byte[] file) =>
    [
        .. file[..^32].Chunk(32 << 10)
            .SelectMany((chunk, i) => SnapshotMessagesTests.Frame(SnapshotMessagesTests.Message(chunk, file.Length - 32 - (i << 15) - chunk.Length))),
        .. SnapshotMessagesTests.Frame(SnapshotMessagesTests.Message(file[^32..], 0)),
    ];

    private static async Task Receive(RequestDelegate answer)
    {
        await using var server = await MisbehavingServer.Start(answer);
        using var client = server.Client();
        await using var snapshot = await client.Snapshot(server.Address, CancellationToken.None);
        await snapshot.AsStream().CopyToAsync(Stream.Null);
    }
}
