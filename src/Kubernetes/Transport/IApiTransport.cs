namespace Daytwo.Kubernetes.Transport;

/// <summary>
/// The seam between everything that speaks to the Kubernetes API and what answers: HTTP to a real apiserver, or the
/// embedded API in the same process.
/// </summary>
/// <remarks>
/// Guarantee: a response is returned for every status code; exceptions mean that no answer came
/// (<see cref="ApiUnreachableException"/>) or that the caller cancelled.
/// </remarks>
public interface IApiTransport
{
    /// <summary>Sends one request. The caller disposes the response; for a watch its body stays open until then.</summary>
    ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct);
}
