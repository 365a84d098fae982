using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Snapshots;

/// <summary>A folder in a bucket.</summary>
public sealed record S3Location
{
    /// <summary>Name of the bucket.</summary>
    [Required, Length(1, 63)]
    public string Bucket { get => field ?? ""; init; }

    /// <summary>Folder in the bucket; the root when absent.</summary>
    [Length(1, 512)]
    public string? Prefix { get; init; }

    /// <summary>Region of the bucket.</summary>
    [Length(1, 64)]
    public string? Region { get; init; }

    /// <summary>URL of an S3-compatible server; AWS when absent.</summary>
    [Length(1, 256)]
    public string? Endpoint { get; init; }
}
