namespace Daytwo.Image.Oci;

/// <summary>How an image runs and what it is made of.</summary>
internal sealed record ImageConfiguration(string Created, string Architecture, string Os, RunConfiguration Config, RootFileSystem Rootfs, IReadOnlyList<HistoryEntry> History);
