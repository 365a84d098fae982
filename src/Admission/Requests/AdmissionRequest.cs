using Daytwo.Cel.Values;

namespace Daytwo.Admission.Requests;

/// <summary>A request on its way to being admitted. Objects are JSON values over their bytes (see <c>Daytwo.Cel.Json.JsonInput</c>).</summary>
public sealed record AdmissionRequest
{
    private readonly RequestVariable _variable = new();

    public required GroupVersionKind Kind { get; init; }

    public required GroupVersionResource Resource { get; init; }

    /// <summary><c>status</c>, <c>scale</c> …; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>May be empty on creation, when the API is to make the name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Empty for objects without namespaces; of a namespace its own name.</summary>
    public string Namespace { get; init; } = "";

    public required AdmissionOperation Operation { get; init; }

    public RequestUser User { get; init; } = new("");

    public bool DryRun { get; init; }

    /// <summary>The object as it would be stored; null on deletion.</summary>
    public CelValue Object { get; init; } = CelValue.Null;

    /// <summary>The object as it is stored; null on creation.</summary>
    public CelValue OldObject { get; init; } = CelValue.Null;

    /// <summary>CreateOptions and the like, as JSON.</summary>
    public CelValue Options { get; init; } = CelValue.Null;

    /// <summary>What expressions read as <c>request</c> when it came as JSON, in an AdmissionReview; null: it is made of the members above.</summary>
    public CelValue Review { get; init; } = CelValue.Null;

    /// <summary>Whether the object is a namespace: its own labels then count, and it has no <c>namespaceObject</c>.</summary>
    internal bool IsNamespace => Kind is { Group: "", Version: "v1", Kind: "Namespace" };

    /// <summary>The value of <c>request</c>.</summary>
    /// <param name="resource">The resource a rule matched.</param>
    /// <param name="kind">Its kind.</param>
    internal CelValue VariableFor(GroupVersionResource resource, GroupVersionKind kind) => _variable.Get(this, resource, kind);
}
