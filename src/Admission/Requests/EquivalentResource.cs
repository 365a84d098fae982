namespace Daytwo.Admission.Requests;

/// <summary>Another name under which the API serves the objects of a resource.</summary>
public readonly record struct EquivalentResource(GroupVersionResource Resource, GroupVersionKind Kind);
