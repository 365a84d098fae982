namespace Daytwo.Storage;

/// <summary>How to write one object.</summary>
public sealed record PutOptions
{
    public static PutOptions Default { get; } = new();

    /// <summary>An upper bound of the size in bytes if one is known; lets S3 use parts of one size at any total.</summary>
    public long? SizeHint { get; init; }

    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>Fail with <see cref="StoreFailure.Exists"/> instead of replacing. Stores without conditional writes check just before the end.</summary>
    public bool OnlyIfAbsent { get; init; }

    /// <summary>Forbid deletion until then (S3 Object Lock; a directory has no locks and refuses it).</summary>
    public RetentionLock? Lock { get; init; }
}
