using Daytwo.Kubernetes.Transport;

namespace Daytwo.Runtime.Election;

/// <summary>Lets changes through only while this process leads. Reads always pass.</summary>
/// <remarks>The lease outlives the fence by <c>LeaseDuration − RenewDeadline</c>, the time a request sent at the last moment has to arrive.</remarks>
public sealed class FencedTransport(IApiTransport inner, LeaderFence fence) : IApiTransport
{
    /// <exception cref="NotLeaderException">The request changes something and the fence is closed.</exception>
    public ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct) =>
        request.Method == HttpMethod.Get || fence.IsOpen ? inner.Send(request, ct) : throw new NotLeaderException();
}
