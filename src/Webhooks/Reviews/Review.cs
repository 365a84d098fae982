namespace Daytwo.Webhooks.Reviews;

/// <summary>
/// What of an AdmissionReview (<c>admission.k8s.io/v1</c>) tells which rules concern it. JSON members are slices of the body received,
/// valid while the request is answered; texts are pooled. Most requests concern no rule, and nothing else of them is read.
/// </summary>
public sealed record Review
{
    /// <summary>The whole <c>request</c> as sent.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>What the answer must name: UTF-8 as escaped in the request, not empty.</summary>
    public required ReadOnlyMemory<byte> Uid { get; init; }

    /// <summary>The resource as sent, converted to a version the webhook's configuration names.</summary>
    public required ReviewResource Resource { get; init; }

    /// <summary>The resource as the client asked for it, before conversion.</summary>
    public required ReviewResource RequestResource { get; init; }

    /// <summary>CREATE, UPDATE, DELETE or CONNECT.</summary>
    public required string Operation { get; init; }
}
