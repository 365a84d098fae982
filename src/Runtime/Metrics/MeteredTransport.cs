using System.Collections.Concurrent;
using System.Globalization;
using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Metrics;

/// <summary>Counts and times every request to the API, under client-go's names.</summary>
/// <param name="host">What the label <c>host</c> says: the API's address.</param>
public sealed class MeteredTransport(IApiTransport inner, RuntimeServices services, string host) : IApiTransport
{
    private readonly CounterFamily _requests = services.Metrics.Counter(
        "rest_client_requests_total", "Number of HTTP requests, partitioned by status code, method, and host.", "code", "method", "host");

    private readonly Histogram _duration = services.Metrics.Histogram(
        "rest_client_request_duration_seconds", "Request latency in seconds until the answer's headers.", Buckets.Reconcile, "host").With(host);

    private readonly ConcurrentDictionary<(int Code, HttpMethod Method), Counter> _counters = new();

    public async ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
    {
        var sent = services.Clock.Now;
        try
        {
            var response = await inner.Send(request, ct).ConfigureAwait(false);
            Count(response.StatusCode, request.Method, sent);
            return response;
        }
        catch (ApiUnreachableException)
        {
            Count(0, request.Method, sent);
            throw;
        }
    }

    private void Count(int code, HttpMethod method, Tick sent)
    {
        if (!_counters.TryGetValue((code, method), out var counter))
        {
            var label = code == 0 ? "<error>" : code.ToString(CultureInfo.InvariantCulture);
            counter = _counters.GetOrAdd((code, method), _requests.With(label, method.Method, host));
        }

        counter.Increment();
        _duration.Observe((services.Clock.Now - sent).TotalSeconds);
    }
}
