namespace Daytwo.Embedded.Selectors;

/// <summary>One condition on a field's text.</summary>
/// <param name="Path">Where stored objects have the field.</param>
/// <param name="Fallback">The text of an absent field.</param>
internal sealed record FieldRequirement(string Field, string Path, string Fallback, string Value, bool Negated);
