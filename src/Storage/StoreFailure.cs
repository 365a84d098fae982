namespace Daytwo.Storage;

/// <summary>Why a store did not do what was asked. Names are stable: they become reasons of conditions and labels of metrics.</summary>
public enum StoreFailure
{
    /// <summary>An answer that fits nothing below; the text quotes it.</summary>
    Unexpected,

    /// <summary>The identity lacks a permission.</summary>
    Denied,

    /// <summary>No such object.</summary>
    NotFound,

    /// <summary>No such bucket or directory.</summary>
    NoSuchBucket,

    /// <summary>No room, or over quota.</summary>
    Full,

    /// <summary>No credentials were given and none were found.</summary>
    CredentialsMissing,

    /// <summary>The credentials were valid once.</summary>
    CredentialsExpired,

    /// <summary>Unknown access key or wrong secret.</summary>
    CredentialsInvalid,

    /// <summary>The server's certificate was not issued by a trusted authority, or not for this name.</summary>
    CertificateUntrusted,

    /// <summary>No connection: name not resolved, refused, reset.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The store asks to slow down.</summary>
    Throttled,

    /// <summary>The store answers, but with a fault of its own (5xx).</summary>
    Unavailable,

    /// <summary>A retention lock or another writer holds the object.</summary>
    Locked,

    /// <summary>There is such an object already and replacing it was not allowed.</summary>
    Exists,

    /// <summary>The clocks of this machine and the store differ too much to sign a request.</summary>
    ClockSkewed,

    /// <summary>What arrived is not what was stored, or the store got other bytes than were sent.</summary>
    Corrupt,

    /// <summary>The store refuses the request's shape: region, endpoint, bucket name, encryption or lock setting.</summary>
    Misconfigured,
}
