namespace Daytwo.Admission.Policies;

/// <summary>Requests by what they do to which resources, as <c>NamedRuleWithOperations</c>. Lists may hold <c>*</c>.</summary>
public sealed record NamedRule
{
    /// <summary>Names of objects; empty matches all.</summary>
    public IReadOnlyList<string> ResourceNames { get => field ?? []; init; }

    /// <summary><c>CREATE</c>, <c>UPDATE</c>, <c>DELETE</c>, <c>CONNECT</c> or <c>*</c>.</summary>
    public IReadOnlyList<string> Operations { get => field ?? []; init; }

    public IReadOnlyList<string> ApiGroups { get => field ?? []; init; }

    public IReadOnlyList<string> ApiVersions { get => field ?? []; init; }

    /// <summary><c>pods</c>, <c>pods/status</c>, <c>pods/*</c>, <c>*/scale</c>, <c>*</c>, <c>*/*</c>.</summary>
    public IReadOnlyList<string> Resources { get => field ?? []; init; }

    /// <summary><c>Cluster</c>, <c>Namespaced</c> or <c>*</c>.</summary>
    public string Scope { get => field ?? "*"; init; }
}
