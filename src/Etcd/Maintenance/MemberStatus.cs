namespace Daytwo.Etcd.Maintenance;

/// <summary>What one member says of itself.</summary>
public sealed record MemberStatus
{
    public required ulong ClusterId { get; init; }

    public required ulong MemberId { get; init; }

    /// <summary>The member's latest revision; a follower's may be behind the leader's.</summary>
    public long Revision { get; init; }

    /// <summary>The version of the program, <c>3.6.16</c>.</summary>
    public string Version { get; init; } = "";

    /// <summary>The leader's member id as this member sees it; 0 when it sees none.</summary>
    public ulong Leader { get; init; }

    public ulong RaftIndex { get; init; }

    public ulong RaftTerm { get; init; }

    public ulong RaftAppliedIndex { get; init; }

    public bool IsLearner { get; init; }

    /// <summary>Bytes of the database file.</summary>
    public long DatabaseBytes { get; init; }

    /// <summary>Bytes of it in use; the rest is free for new pages until a defragmentation.</summary>
    public long DatabaseBytesInUse { get; init; }

    /// <summary>What ails the member; contains every alarm of the cluster, not only its own.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The format version of the database, <c>3.6.0</c>; empty before etcd 3.6.</summary>
    public string StorageVersion { get; init; } = "";

    /// <summary>The quota of the database in bytes; 0 before etcd 3.6.</summary>
    public long DatabaseQuotaBytes { get; init; }

    public bool IsLeader => Leader == MemberId;
}
