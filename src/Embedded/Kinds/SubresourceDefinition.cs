namespace Daytwo.Embedded.Kinds;

/// <summary>A subresource of a kind; group, version and kind are given when its objects are of another kind, such as Scale.</summary>
internal sealed record SubresourceDefinition(string Name, IReadOnlyList<string> Verbs, string? Group = null, string? Version = null, string? Kind = null);
