using System.Net;
using Amazon.S3;

namespace Daytwo.Storage.S3;

/// <summary>What S3's error codes mean to us. Codes come first, the HTTP status decides for codes unknown here and for answers without body.</summary>
internal static class S3ErrorCodes
{
    public static StoreFailure Classify(AmazonS3Exception e) => e.ErrorCode switch
    {
        "AccessDenied" or "AllAccessDisabled" or "AccountProblem" when IsAboutLock(e.Message) => StoreFailure.Locked,
        "ObjectLocked" or "InvalidObjectState" => StoreFailure.Locked,
        "AccessDenied" or "AllAccessDisabled" or "AccountProblem" or "KMS.DisabledException" => StoreFailure.Denied,
        "NoSuchKey" or "NoSuchVersion" or "NoSuchUpload" or "NotFound" => StoreFailure.NotFound,
        "NoSuchBucket" => StoreFailure.NoSuchBucket,
        "ExpiredToken" or "TokenRefreshRequired" or "ExpiredTokenException" => StoreFailure.CredentialsExpired,
        "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" or "AuthorizationHeaderMalformed"
            or "XAdminUserNotFound" => StoreFailure.CredentialsInvalid,
        "RequestTimeTooSkewed" => StoreFailure.ClockSkewed,
        "SlowDown" or "Throttling" or "ThrottlingException" or "TooManyRequests" or "BandwidthLimitExceeded" => StoreFailure.Throttled,
        "QuotaExceeded" or "InsufficientCapacity" or "XMinioStorageFull" or "InsufficientStorage" or "StorageFull" or "EntityTooLarge" => StoreFailure.Full,
        "PreconditionFailed" or "ConditionalRequestConflict" => StoreFailure.Exists,
        "BadDigest" or "XAmzContentSHA256Mismatch" or "XAmzContentChecksumMismatch" or "InvalidDigest" => StoreFailure.Corrupt,
        "RequestTimeout" => StoreFailure.Timeout,

        // versitygw's words for every folder that it could not make, on a full disk too; as a mere conflict it would pass for another run's object.
        "ExistingObjectIsDirectory" => StoreFailure.Unavailable,
        "PermanentRedirect" or "IllegalLocationConstraintException" or "InvalidBucketName" or "InvalidArgument" or "InvalidRequest"
            or "NotImplemented" or "KMS.NotFoundException" => StoreFailure.Misconfigured,
        _ => OfStatus(e.StatusCode),
    };

    public static string Remedy(StoreFailure failure) => failure switch
    {
        StoreFailure.Denied =>
            "Allow this identity s3:PutObject, s3:GetObject, s3:DeleteObject, s3:ListBucket, s3:AbortMultipartUpload and s3:ListBucketMultipartUploads.",
        StoreFailure.NotFound => "The object is gone.",
        StoreFailure.NoSuchBucket => "Make the bucket, or correct its name.",
        StoreFailure.CredentialsExpired => "Renew the credentials.",
        StoreFailure.CredentialsInvalid => "Check access key, secret key and region.",
        StoreFailure.ClockSkewed => "Set the clock of this machine (chrony, ntp).",
        StoreFailure.Throttled => "It is tried again later.",
        StoreFailure.Full => "Free space, raise the quota, or keep fewer snapshots.",
        StoreFailure.Locked => "A retention lock forbids it until it ends.",
        StoreFailure.Exists => "Another run was first.",
        StoreFailure.Corrupt => "Bytes changed on the way; check the network.",
        StoreFailure.Misconfigured => "Check endpoint, region, path style, encryption and lock settings.",
        StoreFailure.Unavailable => "Check the server: what its log says, and whether its disk is full.",
        _ => "",
    };

    private static StoreFailure OfStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => StoreFailure.Denied,
        HttpStatusCode.NotFound => StoreFailure.NotFound,
        HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict => StoreFailure.Exists,
        HttpStatusCode.RequestTimeout => StoreFailure.Timeout,
        HttpStatusCode.TooManyRequests => StoreFailure.Throttled,
        HttpStatusCode.InsufficientStorage => StoreFailure.Full,
        HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect or HttpStatusCode.NotImplemented => StoreFailure.Misconfigured,
        >= HttpStatusCode.InternalServerError => StoreFailure.Unavailable,
        _ => StoreFailure.Unexpected,
    };

    private static bool IsAboutLock(string message) =>
        message.Contains("object lock", StringComparison.OrdinalIgnoreCase)
        || message.Contains("WORM", StringComparison.Ordinal)
        || message.Contains("retention", StringComparison.OrdinalIgnoreCase);
}
