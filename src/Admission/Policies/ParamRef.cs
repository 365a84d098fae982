using Daytwo.Kubernetes.Objects;

namespace Daytwo.Admission.Policies;

/// <summary>Which objects are a binding's parameters: one by name, or those a selector selects.</summary>
public sealed record ParamRef
{
    public string Name { get => field ?? ""; init; }

    /// <summary>Where to look for namespaced parameters; empty: in the namespace of the request.</summary>
    public string Namespace { get => field ?? ""; init; }

    public LabelSelector? Selector { get; init; }

    public ParameterNotFoundAction ParameterNotFoundAction { get; init; }
}
