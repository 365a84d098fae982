using Daytwo.Crds.Schema;

namespace Daytwo.Crds;

/// <summary>A Secret in the namespace daytwo-system. Secrets of other namespaces cannot be named.</summary>
public sealed record SecretReference
{
    /// <summary>Name of a Secret in the namespace daytwo-system.</summary>
    [Required, Length(1, 253), Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$")]
    public string Name { get => field ?? ""; init; }
}
