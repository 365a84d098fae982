using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Admission;

/// <summary>The requests a rule is about, as in matchConstraints of an admission policy.</summary>
public sealed record RuleMatch
{
    /// <summary>Resources and operations; a request that any of them names is matched.</summary>
    [Required, Length(1, 32), ListType("atomic")]
    public IReadOnlyList<RuleResources> ResourceRules { get => field ?? []; init; }

    /// <summary>Resources and operations that are not matched, whatever resourceRules say.</summary>
    [Length(0, 32), ListType("atomic")]
    public IReadOnlyList<RuleResources>? ExcludeResourceRules { get; init; }

    /// <summary>Labels of the namespace of the object, or of the object itself when it is a namespace. Other objects without a namespace always match.</summary>
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Labels of the object, before or after the change. Whoever sets labels can so avoid the rule: use it to opt in, not to protect.</summary>
    public LabelSelector? ObjectSelector { get; init; }

    /// <summary>
    /// Whether requests through other API groups or versions of the same resource are matched, converted to what resourceRules name:
    /// Equivalent, or Exact for only those named.
    /// </summary>
    [Default]
    public MatchPolicy MatchPolicy { get; init; }

    /// <summary>
    /// CEL expressions over object, oldObject, request, authorizer and, with a ConfigMap, params; the rule applies where all are true.
    /// Variables and namespace labels cannot be seen here.
    /// </summary>
    [Length(0, 32), ListType("map", "name")]
    public IReadOnlyList<RuleMatchCondition>? MatchConditions { get; init; }
}
