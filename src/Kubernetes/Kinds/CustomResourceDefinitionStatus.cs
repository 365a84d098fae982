using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

public sealed record CustomResourceDefinitionStatus
{
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
