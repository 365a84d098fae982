using Daytwo.Crds.Schema;

namespace Daytwo.Crds;

/// <summary>A Secret in the namespace daytwo-system. Secrets of other namespaces cannot be named.</summary>
public sealed record SecretReference
{
    /// <summary>Name of a Secret in the namespace daytwo-system.</summary>
    [Required, Length(1, 253)]
    [Rule("self.matches('^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$')",
        @"'\'' + self + '\' is not the name of a Secret: use lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit'", Computed = true)]
    public string Name { get => field ?? ""; init; }
}
