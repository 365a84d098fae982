namespace Daytwo.Runtime.Election;

/// <summary>Which lease is contended for, and as whom.</summary>
/// <param name="Identity">Unique to this process, a restart included; people see it in <c>kubectl get lease</c>.</param>
public sealed record LeaseReference(string Namespace, string Name, string Identity);
