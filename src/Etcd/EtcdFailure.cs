namespace Daytwo.Etcd;

/// <summary>What went wrong, as a person would act on it.</summary>
public enum EtcdFailure
{
    /// <summary>etcd answered with an error that none of the other values names; see the status and the message.</summary>
    Refused,

    /// <summary>No connection: refused, no route, unknown host name, or it broke.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The server's certificate is not signed by the given certificate authority, is outdated, or has another name.</summary>
    ServerCertificateUntrusted,

    /// <summary>The server did not accept the client certificate, or wants one and got none.</summary>
    ClientCertificateRefused,

    /// <summary>The certificate's user may not do this.</summary>
    PermissionDenied,

    /// <summary>The cluster has no leader or lost it; it has no quorum, or an election is under way.</summary>
    NoLeader,

    /// <summary>The member is a learner and does not serve this call.</summary>
    Learner,

    /// <summary>The database is full (alarm NOSPACE).</summary>
    NoSpace,

    /// <summary>The member knows that its data is damaged (alarm CORRUPT).</summary>
    Corrupt,

    /// <summary>The wanted revision was compacted away.</summary>
    Compacted,

    /// <summary>What answered does not speak etcd's protocol, or broke it.</summary>
    Protocol,
}
