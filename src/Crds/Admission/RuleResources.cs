using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>Resources and the operations on them.</summary>
[Rule("self.apiGroups.size() == 1 || !self.apiGroups.exists(g, g == '*')", "'*' means every API group and stands alone: remove the others, or the star", FieldPath = ".apiGroups")]
[Rule("self.apiVersions.size() == 1 || !self.apiVersions.exists(v, v == '*')", "'*' means every version and stands alone: remove the others, or the star", FieldPath = ".apiVersions")]
[Rule("self.operations.size() == 1 || !self.operations.exists(o, o == '*')", "'*' means every operation and stands alone: remove the others, or the star", FieldPath = ".operations")]
[Rule("self.resources.size() == 1 || !self.resources.exists(r, r == '*/*')", "'*/*' means every resource and subresource and stands alone: remove the others, or write * for resources without subresources", FieldPath = ".resources")]
public sealed record RuleResources
{
    /// <summary>API groups; "" is the core group of pods and services, * any.</summary>
    [Required, Length(1, 32), ItemLength(0, 253), ListType("set")]
    [Rule(@"self.matches('^(\\*|([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?)$')",
        @"'\'' + self + '\' is not an API group: write the group without a version, such as apps; the core group is an empty string'", Computed = true, EachItem = true)]
    public IReadOnlyList<string> ApiGroups { get => field ?? []; init; }

    /// <summary>Versions of the groups, such as v1; * any.</summary>
    [Required, Length(1, 16), ItemLength(1, 63), ListType("set")]
    [Rule(@"self.matches('^(\\*|[a-z]([-a-z0-9]*[a-z0-9])?)$')", @"'\'' + self + '\' is not a version: write the version alone, such as v1, or *'", Computed = true, EachItem = true)]
    public IReadOnlyList<string> ApiVersions { get => field ?? []; init; }

    /// <summary>Resources in the plural, such as pods; pods/ephemeralcontainers for a subresource, * for every resource, */* for all with subresources.</summary>
    [Required, Length(1, 64), ItemLength(1, 127), ListType("set")]
    [Rule(@"self.matches('^(\\*|[a-z0-9]([-a-z0-9.]*[a-z0-9])?)(/(\\*|[a-z]+))?$')",
        @"'\'' + self + '\' is not a resource: write the plural in lower case, such as pods or deployments/scale, not the kind'", Computed = true, EachItem = true)]
    public IReadOnlyList<string> Resources { get => field ?? []; init; }

    /// <summary>Names of the only objects meant; any when absent.</summary>
    [Length(1, 64), ItemLength(1, 253), ListType("set")]
    public IReadOnlyList<string>? ResourceNames { get; init; }

    /// <summary>CREATE, UPDATE, DELETE, CONNECT, or * for all.</summary>
    [Required, Length(1, 4), ListType("set")]
    public IReadOnlyList<AdmissionOperation> Operations { get => field ?? []; init; }

    /// <summary>Cluster for objects without a namespace, Namespaced for those in one, * for both.</summary>
    [Default]
    public ResourceScope Scope { get; init; }
}
