using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Stores;

/// <summary>A bucket of S3 or of a server that speaks its protocol.</summary>
[Rule("has(self.prefix) == has(oldSelf.prefix) && (!has(self.prefix) || self.prefix == oldSelf.prefix)", "prefix may not change, for the snapshots stored so far would be orphaned: create another EtcdBackup for the new place", FieldPath = ".prefix")]
public sealed record S3StoreSpec
{
    /// <summary>Name of the bucket. It must exist.</summary>
    [Required, Length(3, 63)]
    [Rule(StoreRules.BucketHasShape, StoreRules.BucketHasShapeMessage, Computed = true)]
    [Rule("self == oldSelf", "bucket may not change, for the snapshots stored so far would be orphaned: create another EtcdBackup for the new place")]
    public string Bucket { get => field ?? ""; init; }

    /// <summary>
    /// Folder in the bucket, such as prod/etcd, without a slash at either end. Give every EtcdBackup its own. The
    /// bucket's root when absent.
    /// </summary>
    [Length(1, 512)]
    [Rule(StoreRules.PrefixIsRelative, StoreRules.PrefixIsRelativeMessage, Computed = true)]
    [Rule(StoreRules.PrefixStaysInside, StoreRules.PrefixStaysInsideMessage, Computed = true)]
    [Rule(StoreRules.PrefixHasSafeCharacters, StoreRules.PrefixHasSafeCharactersMessage, Computed = true)]
    public string? Prefix { get; init; }

    /// <summary>Region of the bucket.</summary>
    [Default, Length(1, 64)]
    [Rule(StoreRules.RegionHasShape, StoreRules.RegionHasShapeMessage, Computed = true)]
    public string Region { get => field ?? "us-east-1"; init; }

    /// <summary>URL of an S3-compatible server, such as https://minio.example.com:9000. AWS's endpoint of the region when absent.</summary>
    [Length(1, 256)]
    [Rule(StoreRules.EndpointHasShape, StoreRules.EndpointHasShapeMessage, Computed = true)]
    public string? Endpoint { get; init; }

    /// <summary>Puts the bucket into the path instead of the host name, as most S3-compatible servers need.</summary>
    [Default]
    public bool ForcePathStyle { get; init; }

    /// <summary>Secret whose key ca.crt holds the authorities to trust for the endpoint, instead of the system's.</summary>
    public SecretReference? CaSecret { get; init; }

    /// <summary>
    /// Secret with the keys AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary credentials, AWS_SESSION_TOKEN.
    /// Read anew for each run. When absent, the credentials of the operator's environment (web identity, instance role) are used.
    /// </summary>
    public SecretReference? CredentialsSecret { get; init; }

    /// <summary>Encryption by the S3 server, in addition to spec.encryption. The bucket's own default when absent.</summary>
    public ServerSideEncryptionSpec? ServerSideEncryption { get; init; }

    /// <summary>Makes each stored snapshot undeletable for a time. The bucket must have Object Lock enabled.</summary>
    public ObjectLockSpec? ObjectLock { get; init; }
}
