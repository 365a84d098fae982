namespace Daytwo.Kubernetes.Results;

/// <summary>The refusals that code treats differently.</summary>
public enum ApiErrorKind
{
    /// <summary>404: no such object, or no such resource.</summary>
    NotFound,

    /// <summary>409 with reason AlreadyExists.</summary>
    AlreadyExists,

    /// <summary>409: the object changed, or a precondition failed.</summary>
    Conflict,

    /// <summary>410: the resourceVersion or continue token is too old; list again.</summary>
    Expired,

    /// <summary>400 or 422: the object is not acceptable; causes name the fields.</summary>
    Invalid,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>429.</summary>
    TooManyRequests,

    /// <summary>408 or 504.</summary>
    Timeout,

    /// <summary>502 or 503.</summary>
    Unavailable,

    /// <summary>Another 5xx.</summary>
    Internal,

    /// <summary>Anything else, such as 405, 406, 415.</summary>
    Other,
}
