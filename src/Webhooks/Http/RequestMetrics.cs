using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Reviews;

namespace Daytwo.Webhooks.Http;

/// <summary>What is measured of requests, under the names of controller-runtime's webhook server.</summary>
public sealed class RequestMetrics
{
    private readonly Dictionary<WebhookEntry, Series> _series;

    public RequestMetrics(MetricsRegistry metrics)
    {
        var latency = metrics.Histogram("controller_runtime_webhook_latency_seconds", "Latency of processing admission requests.", Buckets.Admission, "webhook");
        var total = metrics.Counter("controller_runtime_webhook_requests_total", "Admission requests by HTTP status code.", "webhook", "code");
        var inFlight = metrics.Gauge("controller_runtime_webhook_requests_in_flight", "Admission requests being served.", "webhook");
        _series = WebhookEntry.All.ToDictionary(e => e, e => new Series(latency.With(e.Path), inFlight.With(e.Path), total, e.Path));
    }

    internal Series Of(WebhookEntry entry) => _series[entry];

    /// <summary>The series of one entry.</summary>
    internal sealed class Series(Histogram latency, Gauge inFlight, CounterFamily total, string path)
    {
        private readonly Counter _ok = total.With(path, "200");

        public void Begin() => inFlight.Add(1);

        public void End(int code, TimeSpan took)
        {
            inFlight.Add(-1);
            latency.Observe(took.TotalSeconds);
            (code == 200 ? _ok : total.With(path, code.ToString(System.Globalization.CultureInfo.InvariantCulture))).Increment();
        }
    }
}
