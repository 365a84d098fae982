using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Writes;

/// <summary>An AdmissionRule to create or apply: only what is set is sent.</summary>
public sealed record AdmissionRuleWrite
{
    public string ApiVersion { get; } = Kinds.ApiVersion;

    public string Kind { get; } = Kinds.AdmissionRules.Type.Kind;

    public ObjectMetaWrite? Metadata { get; init; }

    public AdmissionRuleSpec? Spec { get; init; }

    public AdmissionRuleStatus? Status { get; init; }

    /// <summary>An apply of the whole status to exactly this object.</summary>
    public static AdmissionRuleWrite StatusOf(ObjectMeta target, AdmissionRuleStatus status) =>
        new() { Metadata = new ObjectMetaWrite { Name = target.Name, Uid = target.Uid }, Status = status };
}
