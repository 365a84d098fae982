using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Snapshots;

/// <summary>A store by its place alone, without credentials: exactly one member is set.</summary>
[Union("store")]
public sealed record StoreLocation
{
    /// <summary>The bucket that holds it.</summary>
    public S3Location? S3 { get; init; }

    /// <summary>A directory in the operator's file system.</summary>
    public FilesystemLocation? Filesystem { get; init; }
}
