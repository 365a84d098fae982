using Daytwo.Crds.Stores;
using Daytwo.Storage;
using Daytwo.Storage.S3;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>Opens the store that a spec names.</summary>
internal static class BackupStores
{
    /// <exception cref="StoreException">The spec names no store that can be used.</exception>
    public static IObjectStore Open(StoreSpec spec, BackupSecrets secrets, TimeProvider time)
    {
        try
        {
            return spec switch
            {
                { S3: { } s3 } => ObjectStores.Open(Settings(s3, secrets), time),
                { Filesystem: { } files } => ObjectStores.Open(DirectoryAddress.Of(files.Directory)),
                _ => throw new FormatException("spec.store names no store; set s3 or filesystem"),
            };
        }
        catch (FormatException e)
        {
            throw new StoreException(StoreFailure.Misconfigured, e.Message, e);
        }
    }

    private static S3Settings Settings(S3StoreSpec spec, BackupSecrets secrets) => new()
    {
        Address = BucketAddress.Of(spec.Bucket, spec.Prefix ?? ""),
        Region = spec.Region,
        Endpoint = spec.Endpoint is { } endpoint ? new Uri(endpoint) : null,
        PathStyle = spec.ForcePathStyle,
        CertificateAuthorityPem = secrets.StoreAuthorities,
        Credentials = secrets.Credentials,
        Encryption = spec.ServerSideEncryption switch
        {
            null => S3Encryption.BucketDefault,
            { Type: ServerSideEncryptionType.Kms } kms => S3Encryption.Kms(kms.KmsKeyID),
            _ => S3Encryption.ServerKey,
        },
    };
}
