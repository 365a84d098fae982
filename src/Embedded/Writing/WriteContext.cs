using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Routing;

namespace Daytwo.Embedded.Writing;

/// <summary>A write on its way: the request and its options.</summary>
/// <param name="OwnershipDone">Whether the object already carries its managed fields, as after a server-side apply.</param>
internal sealed record WriteContext(ResourceRequest Request, WriteOptions Options, bool OwnershipDone = false)
{
    public KindDefinition Kind => Request.Kind;

    /// <summary>The subresource written; empty for the object itself.</summary>
    public string Subresource => Request.Subresource?.Name ?? "";

    /// <summary>Paths of keys the body has twice.</summary>
    public IReadOnlyList<string> Duplicates { get; init; } = [];
}
