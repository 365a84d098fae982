namespace Daytwo.Etcd.Membership;

/// <summary>Why a member was not chosen, from harmless to grave.</summary>
public enum RejectionCause
{
    /// <summary>Healthy; another one serves better.</summary>
    OtherPreferred,

    /// <summary>Healthy, but the leader: it is spared while a follower can do it.</summary>
    Leader,

    /// <summary>Too far behind the leader.</summary>
    Stale,

    /// <summary>Not a voter.</summary>
    Learner,

    /// <summary>Added to the cluster, never started.</summary>
    NotStarted,

    /// <summary>None of the endpoints leads to it.</summary>
    NoEndpoint,

    /// <summary>Its endpoint does not answer.</summary>
    Unreachable,

    /// <summary>We do not trust its certificate.</summary>
    Untrusted,

    /// <summary>It does not accept our certificate, or its user may not ask.</summary>
    Denied,

    /// <summary>It sees no leader.</summary>
    NoLeader,

    /// <summary>It raised the alarm NOSPACE, and another did not.</summary>
    NoSpace,

    /// <summary>It raised the alarm CORRUPT.</summary>
    Corrupt,

    /// <summary>It reports another error.</summary>
    Unhealthy,

    /// <summary>The endpoint belongs to another cluster or to a removed member.</summary>
    ForeignCluster,
}
