using Daytwo.Backup;
using Daytwo.Storage;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>Reasons of conditions for what can fail; stable, as metrics and alerts name them too.</summary>
internal static class FailureReasons
{
    public static string Of(BackupOutcome.Failed failed) => failed.Reason switch
    {
        BackupFailure.SourceUnreachable => "EtcdUnreachable",
        BackupFailure.SourceDenied => "CertificateRejected",
        BackupFailure.SourceUnfit => "NoHealthyMember",
        BackupFailure.SourceInterrupted => "EtcdInterrupted",
        BackupFailure.Store when failed.Store is { } store => Of(store),
        BackupFailure.Spool => "SpoolFailed",
        _ => failed.Reason.ToString(),
    };

    public static string Of(StoreFailure failure) => failure switch
    {
        StoreFailure.CredentialsMissing or StoreFailure.CredentialsExpired or StoreFailure.CredentialsInvalid or StoreFailure.ClockSkewed => failure.ToString(),
        StoreFailure.NoSuchBucket => "BucketMissing",
        _ => $"Store{failure}",
    };

    /// <summary>Whether another attempt of the same run cannot succeed, whatever is repaired.</summary>
    public static bool IsFinal(BackupOutcome.Failed failed) => failed.Reason == BackupFailure.IdTaken;
}
