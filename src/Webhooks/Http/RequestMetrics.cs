using System.Collections.Concurrent;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime.Metrics;
using Microsoft.AspNetCore.Http;

namespace Daytwo.Webhooks.Http;

/// <summary>What is measured of requests, under the names of controller-runtime's webhook server.</summary>
public sealed class RequestMetrics
{
    private readonly ConcurrentDictionary<WebhookEntry, Series> _series = new();
    private readonly HistogramFamily _latency;
    private readonly CounterFamily _total;
    private readonly GaugeFamily _inFlight;
    private readonly GaugeFamily _bytes;
    private readonly CounterFamily _overload;

    public RequestMetrics(MetricsRegistry metrics)
    {
        _latency = metrics.Histogram("controller_runtime_webhook_latency_seconds", "Latency of processing admission requests.", Buckets.Admission, "webhook");
        _total = metrics.Counter("controller_runtime_webhook_requests_total", "Admission requests by HTTP status code.", "webhook", "code");
        _inFlight = metrics.Gauge("controller_runtime_webhook_requests_in_flight", "Admission requests being served.", "webhook");
        _bytes = metrics.Gauge("daytwo_webhook_request_bytes_in_flight", "Bytes of admission requests being served, as counted against the bound.");
        _overload = metrics.Counter("daytwo_webhook_overload_total", "Admission requests answered with 429, since those under way took all memory allowed.", "webhook");
    }

    internal Series Of(WebhookEntry entry) =>
        _series.TryGetValue(entry, out var known) ? known : _series.GetOrAdd(entry, e => new Series(_latency.With(e.Path), _inFlight.With(e.Path), _total, _overload.With(e.Path), e.Path));

    internal void Follow(BodyBudget budget) => _bytes.With().ReadFrom(() => budget.Taken);

    /// <summary>The series of one entry.</summary>
    internal sealed class Series(Histogram latency, Gauge inFlight, CounterFamily total, Counter overload, string path)
    {
        private readonly Counter _ok = total.With(path, "200");

        public void Begin() => inFlight.Add(1);

        public void End(int code, TimeSpan took)
        {
            inFlight.Add(-1);
            if (code == StatusCodes.Status429TooManyRequests)
            {
                overload.Increment();
            }

            latency.Observe(took.TotalSeconds);
            (code == 200 ? _ok : total.With(path, code.ToString(System.Globalization.CultureInfo.InvariantCulture))).Increment();
        }
    }
}
