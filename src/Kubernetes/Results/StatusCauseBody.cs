namespace Daytwo.Kubernetes.Results;

internal sealed record StatusCauseBody
{
    public string? Field { get; init; }

    public string? Reason { get; init; }

    public string? Message { get; init; }
}
