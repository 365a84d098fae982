namespace Daytwo.Embedded.Apply;

/// <summary>A field that an apply would change and another manager owns.</summary>
/// <param name="Manager">The owner, as <see cref="ManagerKey"/> names it.</param>
/// <param name="Path">The field, such as <c>.spec.replicas</c>.</param>
internal sealed record FieldConflict(string Manager, string Path);
