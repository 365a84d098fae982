using Daytwo.Crds;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Rules;

/// <summary>Which ConfigMaps a rule may ask for.</summary>
/// <param name="Namespace">Null for that of the request, whichever it is.</param>
/// <param name="FieldSelector">Null for any name.</param>
/// <param name="LabelSelector">Null for any labels.</param>
public sealed record ParameterReference(string? Namespace, string? FieldSelector, string? LabelSelector)
{
    /// <summary>What the rule refers to; null when it has no such parameters.</summary>
    public static ParameterReference? Of(AdmissionRule rule) => rule.Spec.Params?.ConfigMap is not { } map ? null
        : new ParameterReference(map.Namespace, map.Name is { } name ? $"metadata.name={name}" : null, Query(map.Selector));

    private static string? Query(LabelSelector? selector) => selector?.ToQuery() is { Length: > 0 } query ? query : null;
}
