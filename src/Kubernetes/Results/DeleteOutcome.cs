namespace Daytwo.Kubernetes.Results;

/// <summary>What an accepted delete came to.</summary>
public enum DeleteOutcome
{
    /// <summary>The object is gone.</summary>
    Deleted,

    /// <summary>The object stays, marked with a deletionTimestamp, until its finalizers or grace period end.</summary>
    Terminating,
}
