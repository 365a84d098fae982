using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime.Tests.Support;
using Daytwo.Runtime.Warnings;

namespace Daytwo.Runtime.Tests.Warnings;

public sealed class WarningTransportTests
{
    [Fact]
    public async Task Warning_of_a_watch_is_logged_once_with_its_request()
    {
        using var log = new RecordedLog();
        var transport = new WarningTransport(new CannedApi(_ => (200, "{}")) { NextWarning = () => "daytwo.dev/v1alpha1 is deprecated" }, log);
        for (var i = 0; i < 3; i++)
        {
            await using var response = await transport.Send(new ApiRequest(HttpMethod.Get, "/apis/daytwo.dev/v1alpha1/etcdbackups?watch=true") { Streaming = true }, CancellationToken.None);
        }

        Assert.Equal(
            "Warning: The Kubernetes API warns: daytwo.dev/v1alpha1 is deprecated (GET /apis/daytwo.dev/v1alpha1/etcdbackups?watch=true)", Assert.Single(log.Lines));
    }

    [Fact]
    public async Task Ever_new_warnings_end_in_silence()
    {
        using var log = new RecordedLog();
        var number = 0;
        var transport = new WarningTransport(new CannedApi(_ => (200, "{}")) { NextWarning = () => $"warning {number++}" }, log);
        for (var i = 0; i < 300; i++)
        {
            await using var response = await transport.Send(new ApiRequest(HttpMethod.Get, "/api"), CancellationToken.None);
        }

        Assert.Equal(200, log.Lines.Count);
    }
}
