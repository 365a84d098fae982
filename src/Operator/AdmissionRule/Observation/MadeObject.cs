using Daytwo.Kubernetes.Objects;
using Daytwo.Rules;

namespace Daytwo.Operator.AdmissionRule.Observation;

/// <summary>A policy or binding as it is in the API.</summary>
internal sealed record MadeObject(ResourceType Type, DynamicObject Live)
{
    public ObjectMeta Metadata => Live.Metadata;

    /// <summary>Whether it says that it was made from that rule; nothing else is ever changed or deleted.</summary>
    public bool IsOf(string rule) => Metadata.Labels?.GetValueOrDefault(PolicyName.RuleLabel) == rule;

    /// <summary>This very state of this very object.</summary>
    public ObjectState State => new(Metadata.Uid, Metadata.Generation);
}
