namespace Daytwo.Webhooks.Reviews;

/// <summary>
/// The request of an AdmissionReview (<c>admission.k8s.io/v1</c>), read in place: JSON members are slices of the body received, valid
/// while the request is answered; texts that repeat are pooled.
/// </summary>
public sealed record Review
{
    /// <summary>The whole <c>request</c> as sent.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>What the answer must name: UTF-8, not empty.</summary>
    public required ReadOnlyMemory<byte> Uid { get; init; }

    /// <summary>The resource as sent, converted to the version the webhook's configuration names.</summary>
    public required ReviewResource Resource { get; init; }

    /// <summary>The resource as the client asked for it, before conversion.</summary>
    public required ReviewResource RequestResource { get; init; }

    /// <summary>CREATE, UPDATE, DELETE or CONNECT.</summary>
    public required string Operation { get; init; }

    /// <summary>The object's name; empty when the API is yet to make one.</summary>
    public string Name { get; init; } = "";

    /// <summary>The object's namespace; empty for cluster-scoped objects.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The object after the operation as JSON; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Object { get; init; }

    /// <summary>The object before the operation as JSON; empty when there is none.</summary>
    public ReadOnlyMemory<byte> OldObject { get; init; }

    /// <summary>Whether nothing will be stored.</summary>
    public bool DryRun { get; init; }
}
