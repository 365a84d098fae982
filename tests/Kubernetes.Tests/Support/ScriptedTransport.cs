using System.Text;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Kubernetes.Tests.Support;

/// <summary>Answers requests by script and remembers them; bodies arrive in pieces of a chosen size.</summary>
internal sealed class ScriptedTransport : IApiTransport
{
    private readonly Queue<Func<ApiRequest, ApiResponse>> _answers = [];

    public List<ApiRequest> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public int PieceSize { get; init; } = int.MaxValue;

    public ScriptedTransport Answers(int status, string body, params string[] warnings)
    {
        _answers.Enqueue(_ => new ApiResponse(status, new PiecewiseStream(Encoding.UTF8.GetBytes(body), () => PieceSize)) { Warnings = warnings });
        return this;
    }

    public ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
    {
        Requests.Add(request);
        Bodies.Add(Encoding.UTF8.GetString(request.Body.Span));
        return ValueTask.FromResult(_answers.Dequeue()(request));
    }
}
