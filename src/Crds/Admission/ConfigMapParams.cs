using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Admission;

/// <summary>Which ConfigMaps hold the values. Several mean that the rule is judged once with each.</summary>
[Rule("has(self.name) != has(self.selector)", "configMap needs a name or a selector, not both: write the name of the ConfigMap, or labels of those meant")]
public sealed record ConfigMapParams
{
    /// <summary>Name of the ConfigMap.</summary>
    [Length(1, 253)]
    [Rule("self.matches('^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$')",
        @"'\'' + self + '\' is not the name of a ConfigMap: use lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit'", Computed = true)]
    public string? Name { get; init; }

    /// <summary>Labels of the ConfigMaps.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>Their namespace. When absent, that of the request's object, so that every namespace has values of its own; objects without one then break the rule.</summary>
    [Length(1, 63)]
    [Rule("self.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$')",
        @"'\'' + self + '\' is not the name of a namespace: use lower-case letters, digits and hyphens, beginning and ending with a letter or digit'", Computed = true)]
    public string? Namespace { get; init; }

    /// <summary>What becomes of requests while there is no such ConfigMap: Deny treats it as a failure (see failurePolicy), Allow lets them pass.</summary>
    [Default]
    public ParameterNotFoundAction ParameterNotFoundAction { get; init; }
}
