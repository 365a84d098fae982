namespace Daytwo.Kubernetes.Requests;

internal sealed record DeletePreconditionsBody(string? Uid, string? ResourceVersion);
