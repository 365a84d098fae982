using Daytwo.Kubernetes.Objects;

namespace Daytwo.Admission.Policies;

/// <summary>The requests a policy or a binding is for. Absent selectors select everything, as the API's defaults do.</summary>
public sealed record MatchResources
{
    public LabelSelector? NamespaceSelector { get; init; }

    public LabelSelector? ObjectSelector { get; init; }

    /// <summary>Empty matches every request, in a binding.</summary>
    public IReadOnlyList<NamedRule> ResourceRules { get => field ?? []; init; }

    public IReadOnlyList<NamedRule> ExcludeResourceRules { get => field ?? []; init; }

    public MatchPolicy MatchPolicy { get; init; }
}
