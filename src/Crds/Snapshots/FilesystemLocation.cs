using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Snapshots;

/// <summary>A directory in the operator's file system.</summary>
public sealed record FilesystemLocation
{
    /// <summary>Absolute path.</summary>
    [Required, Length(1, 512)]
    public string Directory { get => field ?? ""; init; }
}
