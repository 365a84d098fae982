using Daytwo.Etcd.Maintenance;

namespace Daytwo.Etcd.Membership;

/// <summary>What one endpoint answered when asked for its status: the status, or why there is none.</summary>
/// <param name="Fault">The cause in words; null with a status.</param>
/// <param name="Failure">The cause to act on; null with a status.</param>
public sealed record EndpointReport(Uri Endpoint, MemberStatus? Status, string? Fault, EtcdFailure? Failure = null);
