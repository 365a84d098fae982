using System.Text;
using Daytwo.Runtime.Metrics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Daytwo.Runtime.Probes;

/// <summary>Answers <c>/metrics</c>, <c>/livez</c>, <c>/healthz</c> and <c>/readyz</c>.</summary>
internal sealed class ProbeApplication(MetricsRegistry metrics, HealthChecks live, HealthChecks ready) : IHttpApplication<IFeatureCollection>
{
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        var (status, type, text) = Answer(request);
        var bytes = Encoding.UTF8.GetBytes(text);
        response.StatusCode = status;
        response.Headers.ContentType = type;
        response.Headers.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(bytes).ConfigureAwait(false);
        }
    }

    private (int Status, string Type, string Text) Answer(IHttpRequestFeature request)
    {
        const string plain = "text/plain; charset=utf-8";
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return (StatusCodes.Status405MethodNotAllowed, plain, "only GET and HEAD\n");
        }

        return request.Path switch
        {
            "/metrics" => (StatusCodes.Status200OK, "text/plain; version=0.0.4; charset=utf-8", metrics.ToText()),
            "/livez" or "/healthz" => Check(live, "livez", request),
            "/readyz" => Check(ready, "readyz", request),
            _ => (StatusCodes.Status404NotFound, plain, "not found; there are /metrics, /livez and /readyz\n"),
        };

        static (int, string, string) Check(HealthChecks checks, string name, IHttpRequestFeature request)
        {
            var (healthy, text) = checks.Evaluate(name, request.QueryString.Contains("verbose", StringComparison.Ordinal));
            return (healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, plain, text);
        }
    }
}
