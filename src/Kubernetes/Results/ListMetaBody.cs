namespace Daytwo.Kubernetes.Results;

internal sealed record ListMetaBody
{
    public string? ResourceVersion { get; init; }

    public string? Continue { get; init; }

    public long? RemainingItemCount { get; init; }
}
