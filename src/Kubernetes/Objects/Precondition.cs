namespace Daytwo.Kubernetes.Objects;

/// <summary>What must still be true of an object when a write or delete reaches it: the same object, the same version.</summary>
/// <param name="Uid">The UID decided on.</param>
/// <param name="ResourceVersion">The version decided on; null when any version of that object will do.</param>
public sealed record Precondition(string Uid, string? ResourceVersion = null);
