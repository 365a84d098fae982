using System.Text;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Kubernetes.Tests.Support;

/// <summary>Answers requests by script and remembers them; bodies arrive in pieces of chosen sizes.</summary>
internal sealed class ScriptedTransport : IApiTransport
{
    private readonly Queue<Func<ApiResponse>> _answers = [];

    public List<ApiRequest> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public Func<int> NextSize { get; init; } = () => int.MaxValue;

    public ScriptedTransport Answers(int status, string body, params string[] warnings) => Answers(status, Encoding.UTF8.GetBytes(body), warnings);

    public ScriptedTransport Answers(int status, byte[] body, params string[] warnings)
    {
        _answers.Enqueue(() => new ApiResponse(status, new PiecewiseStream(body, NextSize)) { Warnings = warnings });
        return this;
    }

    public ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
    {
        Requests.Add(request);
        Bodies.Add(Encoding.UTF8.GetString(request.Body.Span));
        return ValueTask.FromResult(_answers.Dequeue()());
    }
}
