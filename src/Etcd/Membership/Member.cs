namespace Daytwo.Etcd.Membership;

/// <summary>A member as the cluster knows it.</summary>
/// <param name="Name">Empty while the member was added but never started.</param>
public sealed record Member(ulong Id, string Name, IReadOnlyList<string> PeerUrls, IReadOnlyList<string> ClientUrls, bool IsLearner);
