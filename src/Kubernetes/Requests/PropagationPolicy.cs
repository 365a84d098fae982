namespace Daytwo.Kubernetes.Requests;

/// <summary>What becomes of the objects that a deleted object owns.</summary>
public enum PropagationPolicy
{
    /// <summary>Not sent; the kind's default.</summary>
    Unset,

    /// <summary>The owner goes first, the owned are collected afterwards.</summary>
    Background,

    /// <summary>The owner goes only after those of its owned objects that block it.</summary>
    Foreground,

    /// <summary>The owned stay.</summary>
    Orphan,
}
