using Daytwo.Kubernetes.Transport;

namespace Daytwo.Embedded;

/// <summary>Sends requests to an <see cref="EmbeddedApi"/> in the same process. Answers are ready when <see cref="Send"/> returns.</summary>
public sealed class EmbeddedApiTransport(EmbeddedApi api, Caller? caller = null) : IApiTransport
{
    private readonly Caller caller = caller ?? Caller.Administrator("daytwo");

    public ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult(api.Handle(request, caller));
    }
}
