namespace Daytwo.Etcd.Membership;

/// <summary>The members of a cluster.</summary>
public sealed record MemberList(ulong ClusterId, IReadOnlyList<Member> Members);
