namespace Daytwo.Etcd.Membership;

/// <summary>A cluster as its endpoints describe it at one moment.</summary>
/// <param name="Members">Null when no endpoint could tell.</param>
/// <param name="MembersFault">Why there is no list of members.</param>
/// <param name="Endpoints">In the order they were configured.</param>
public sealed record ClusterView(MemberList? Members, string? MembersFault, IReadOnlyList<EndpointReport> Endpoints);
