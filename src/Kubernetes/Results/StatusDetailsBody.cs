namespace Daytwo.Kubernetes.Results;

internal sealed record StatusDetailsBody
{
    public IReadOnlyList<StatusCauseBody>? Causes { get; init; }

    public int? RetryAfterSeconds { get; init; }
}
