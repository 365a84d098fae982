namespace Daytwo.Kubernetes.Results;

/// <summary>One field the API objects to.</summary>
public sealed record ApiErrorCause(string Field, string Reason, string Message);
