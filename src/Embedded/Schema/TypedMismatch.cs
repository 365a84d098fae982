namespace Daytwo.Embedded.Schema;

/// <summary>A value of the wrong type in an object of a built-in kind, in the two ways the API tells it.</summary>
/// <param name="Decoded">When the object was sent whole.</param>
/// <param name="Patched">When a strategic merge patch made it.</param>
internal sealed record TypedMismatch(string Decoded, string Patched);
