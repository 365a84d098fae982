namespace Daytwo.Embedded.Kinds;

/// <summary>Where the scale subresource reads and writes, as JSON paths.</summary>
/// <param name="Selector">The path of the label selector; null when the kind has none.</param>
internal sealed record ScalePaths(string SpecReplicas, string StatusReplicas, string? Selector = null);
