using System.Collections.Concurrent;
using System.Text;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Runtime.Tests.Support;

/// <summary>Answers every request with what the test says, and keeps the requests.</summary>
internal sealed class CannedApi(Func<ApiRequest, (int Status, string Json)> answer) : IApiTransport
{
    public ConcurrentQueue<(string Method, string Path, string Body)> Requests { get; } = new();

    /// <summary>The warning that comes with an answer; null for none.</summary>
    public Func<string?> NextWarning { get; init; } = () => null;

    public ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
    {
        Requests.Enqueue((request.Method.Method, request.Path, Encoding.UTF8.GetString(request.Body.Span)));
        var (status, json) = answer(request);
        return new(new ApiResponse(status, new MemoryStream(Encoding.UTF8.GetBytes(json))) { ContentType = "application/json", Warnings = NextWarning() is { } warning ? [warning] : [] });
    }

    public static (int Status, string Json) Refusal(int code, string reason) =>
        (code, $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"refused","reason":"{{reason}}","code":{{code}}}""");
}
