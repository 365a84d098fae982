using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime.Metrics;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Metrics;

public sealed class MeteredTransportTests
{
    private readonly RuntimeServices _services = TestServices.Create(new ManualTime());

    [Fact]
    public async Task Requests_are_counted_by_code_method_and_host()
    {
        var metered = new MeteredTransport(new CannedApi(_ => (404, "{}")), _services, "api:6443");
        await using var response = await metered.Send(new ApiRequest(HttpMethod.Get, "/api"), CancellationToken.None);
        Assert.Contains("rest_client_requests_total{code=\"404\",method=\"GET\",host=\"api:6443\"} 1", _services.Metrics.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_without_answer_is_counted_as_error_and_stays_an_error()
    {
        var metered = new MeteredTransport(new CannedApi(_ => throw new ApiUnreachableException("away")), _services, "api:6443");
        await Assert.ThrowsAsync<ApiUnreachableException>(async () => await metered.Send(new ApiRequest(HttpMethod.Put, "/api"), CancellationToken.None));
        Assert.Contains("code=\"<error>\",method=\"PUT\"", _services.Metrics.ToText(), StringComparison.Ordinal);
    }
}
