using Daytwo.Etcd.Protobuf;
using Daytwo.Etcd.Tests.Grpc;
using Daytwo.Etcd.Tests.Snapshots;
using Microsoft.AspNetCore.Connections.Features;

namespace Daytwo.Etcd.Tests.Membership;

public sealed class ClusterViewingTests
{
    private static readonly byte[] Status = SnapshotMessagesTests.Frame(new ProtoWriter().Text(2, "3.6.16"));

    [Theory]
    [InlineData(1, "3.6.16")]
    [InlineData(2, null)]
    public async Task Lost_connection_is_asked_once_more_on_a_fresh_one(int lost, string? version)
    {
        var calls = 0;
        await using var server = await MisbehavingServer.Start(async context =>
        {
            if (context.Request.Path.Value!.EndsWith("/Status", StringComparison.Ordinal) && ++calls <= lost)
            {
                context.Features.Get<IConnectionLifetimeFeature>()!.Abort();
                return;
            }

            await MisbehavingServer.Answer([Status])(context);
        });
        using var client = server.Client();

        var report = Assert.Single((await client.View(CancellationToken.None)).Endpoints);

        Assert.Equal(version, report.Status?.Version);
        Assert.Equal(version is null ? EtcdFailure.Unreachable : null, report.Failure);
        Assert.Equal(2, calls);
    }
}
