using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Embedded.Admission;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Routing;

namespace Daytwo.Embedded.Writing;

/// <summary>A write on its way: the request and its options.</summary>
/// <param name="OwnershipDone">Whether the object already carries its managed fields, as after a server-side apply.</param>
internal sealed record WriteContext(ResourceRequest Request, WriteOptions Options, bool OwnershipDone = false)
{
    public KindDefinition Kind => Request.Kind;

    /// <summary>The subresource written; empty for the object itself.</summary>
    public string Subresource => Request.Subresource?.Name ?? "";

    /// <summary>The write of a new object, to be admitted.</summary>
    public AdmissionCall Creation(JsonObject value) => new(Request, AdmissionOperation.Create, value.ObjectName(), value, null, Options.DryRun);

    /// <summary>The change of an object, to be admitted.</summary>
    public AdmissionCall Change(JsonObject value, JsonObject before) => new(Request, AdmissionOperation.Update, before.ObjectName(), value, before, Options.DryRun);

    /// <summary>Paths of keys the body has twice.</summary>
    public IReadOnlyList<string> Duplicates { get; init; } = [];
}
