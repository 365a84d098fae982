using Daytwo.Etcd.Maintenance;

namespace Daytwo.Etcd.Membership;

/// <summary>What one endpoint answered when asked for its status: the status, or why there is none.</summary>
public sealed record EndpointReport(Uri Endpoint, MemberStatus? Status, string? Fault);
