namespace Daytwo.Kubernetes.Requests;

/// <summary>How a list's resourceVersion is meant.</summary>
public enum ResourceVersionMatch
{
    /// <summary>Not sent; the API's default.</summary>
    Unset,

    /// <summary>Any state at least as new.</summary>
    NotOlderThan,

    /// <summary>Exactly that state, or 410.</summary>
    Exact,
}
