using Daytwo.Embedded.Admission.Webhooks;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Routing;

/// <summary>A request to a served resource.</summary>
internal sealed record ResourceRequest(KindDefinition Kind, string? Namespace, string? Name, SubresourceDefinition? Subresource)
{
    public required string Method { get; init; }

    public required QueryParameters Query { get; init; }

    public required string Accept { get; init; }

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>Texts for the answer's <c>Warning</c> headers; handlers add to it.</summary>
    public List<string> Warnings { get; init; } = [];

    /// <summary>What admission has to say in the audit event, by key; of several with one key the first.</summary>
    public Dictionary<string, string> Annotations { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the API itself writes; nobody is asked then.</summary>
    public bool IsInternal { get; init; }

    /// <summary>What the request remembers over its attempts.</summary>
    public AttemptMemory Memory { get; init; } = new();

    /// <summary>The name, for handlers of a path that has one.</summary>
    public string ObjectName => Name ?? throw new InvalidOperationException($"A request to the collection of {Kind} has no object name.");
}
