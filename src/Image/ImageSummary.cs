namespace Daytwo.Image;

/// <summary>The image that was made.</summary>
/// <param name="Output">The archive.</param>
/// <param name="Reference">The name it imports under.</param>
/// <param name="Digest">Of the image's manifest, as registries and containerd show it.</param>
/// <param name="Bytes">Size of the archive.</param>
/// <param name="Libraries">Paths of the shared libraries taken along.</param>
public sealed record ImageSummary(string Output, string Reference, string Digest, long Bytes, IReadOnlyList<string> Libraries);
