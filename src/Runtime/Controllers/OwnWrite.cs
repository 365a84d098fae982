using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Controllers;

/// <summary>A write or deletion that a reconcile made and whose effect must be seen before the next one.</summary>
/// <param name="ResourceVersion">The version written; null when <paramref name="Uid"/> was deleted.</param>
internal readonly record struct OwnWrite(ResourceType Type, ObjectKey Key, string Uid, string? ResourceVersion);
