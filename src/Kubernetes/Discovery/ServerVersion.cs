namespace Daytwo.Kubernetes.Discovery;

/// <summary>The apiserver's version.</summary>
/// <param name="GitVersion">Such as <c>v1.36.3</c>.</param>
public sealed record ServerVersion(string? Major, string? Minor, string? GitVersion);
