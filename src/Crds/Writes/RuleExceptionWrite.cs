using Daytwo.Crds.Exceptions;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Writes;

/// <summary>A RuleException to create or apply: only what is set is sent.</summary>
public sealed record RuleExceptionWrite
{
    public string ApiVersion { get; } = Kinds.ApiVersion;

    public string Kind { get; } = Kinds.RuleExceptions.Type.Kind;

    public ObjectMetaWrite? Metadata { get; init; }

    public RuleExceptionSpec? Spec { get; init; }

    public RuleExceptionStatus? Status { get; init; }

    /// <summary>An apply of the whole status to exactly this object.</summary>
    public static RuleExceptionWrite StatusOf(ObjectMeta target, RuleExceptionStatus status) =>
        new() { Metadata = new ObjectMetaWrite { Name = target.Name, Uid = target.Uid }, Status = status };
}
