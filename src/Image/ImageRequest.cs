namespace Daytwo.Image;

/// <summary>What image to make.</summary>
/// <param name="Program">The published, self-contained single-file program.</param>
/// <param name="Version">Its version, for people who inspect the image.</param>
/// <param name="Reference">The name under which the archive imports.</param>
/// <param name="Output">The archive to write.</param>
public sealed record ImageRequest(string Program, string Version, ImageReference Reference, string Output);
