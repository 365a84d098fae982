namespace Daytwo.Kubernetes.Results;

/// <summary>The API's <c>Status</c> object as it is sent.</summary>
internal sealed record StatusBody
{
    public string? Kind { get; init; }

    public int? Code { get; init; }

    public string? Reason { get; init; }

    public string? Message { get; init; }

    public StatusDetailsBody? Details { get; init; }
}
