namespace Daytwo.Kubernetes.Results;

/// <summary>A refusal where the caller had no other plan.</summary>
public sealed class ApiErrorException(ApiError error) : Exception(error.ToString())
{
    public ApiError Error { get; } = error;
}
