namespace Daytwo.Image.Layers;

/// <summary>A layer as stored, and the digest of its tar before compression, which the image's configuration names.</summary>
internal sealed record Layer(Blob Stored, string DiffId);
