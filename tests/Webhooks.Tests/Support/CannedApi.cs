using System.Collections.Concurrent;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Webhooks.Tests.Support;

/// <summary>Answers every request with what the test says, and keeps their paths.</summary>
internal sealed class CannedApi(Func<(int Status, string Json)> answer) : IApiTransport
{
    public ConcurrentQueue<string> Paths { get; } = new();

    public static (int Status, string Json) NotFound => (404, """{"kind":"Status","apiVersion":"v1","status":"Failure","message":"not found","reason":"NotFound","code":404}""");

    public ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Paths.Enqueue(request.Path);
        var (status, json) = answer();
        return new(new ApiResponse(status, new MemoryStream(SampleReviews.Utf8(json))) { ContentType = "application/json" });
    }
}
