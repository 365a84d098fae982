using Daytwo.Kubernetes.Transport;
using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Warnings;

/// <summary>Logs what the API warns of, such as a version that will be removed: each text once, whatever request it came with, watches included.</summary>
public sealed class WarningTransport(IApiTransport inner, ILoggerFactory loggers) : IApiTransport
{
    /// <summary>Texts may quote objects; so many are remembered, the rest is dropped.</summary>
    private const int MostTexts = 200;

    private readonly ILogger _logger = loggers.CreateLogger("Daytwo.Api");
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public async ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
    {
        var response = await inner.Send(request, ct).ConfigureAwait(false);
        foreach (var text in response.Warnings)
        {
            if (IsNews(text))
            {
                _logger.Warned(text, request.Method, request.Path);
            }
        }

        return response;
    }

    private bool IsNews(string text)
    {
        lock (_told)
        {
            return _told.Count < MostTexts && _told.Add(text);
        }
    }
}
