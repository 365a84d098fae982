using Daytwo.Backup;
using Daytwo.Operator.EtcdBackup.Operations;
using Daytwo.Storage;

namespace Daytwo.Operator.Tests.EtcdBackup.Operations;

public sealed class FailureReasonsTests
{
    [Theory]
    [InlineData(BackupFailure.SourceUnreachable, null, "EtcdUnreachable")]
    [InlineData(BackupFailure.SourceDenied, null, "CertificateRejected")]
    [InlineData(BackupFailure.SourceUnfit, null, "NoHealthyMember")]
    [InlineData(BackupFailure.SourceInterrupted, null, "EtcdInterrupted")]
    [InlineData(BackupFailure.SnapshotCorrupt, null, "SnapshotCorrupt")]
    [InlineData(BackupFailure.VerificationFailed, null, "VerificationFailed")]
    [InlineData(BackupFailure.Store, StoreFailure.Full, "StoreFull")]
    [InlineData(BackupFailure.Store, StoreFailure.Denied, "StoreDenied")]
    [InlineData(BackupFailure.Store, StoreFailure.Timeout, "StoreTimeout")]
    [InlineData(BackupFailure.Store, StoreFailure.NoSuchBucket, "BucketMissing")]
    [InlineData(BackupFailure.Store, StoreFailure.CredentialsExpired, "CredentialsExpired")]
    [InlineData(BackupFailure.Store, StoreFailure.CertificateUntrusted, "StoreCertificateUntrusted")]
    public void Failure_has_a_reason_that_says_who_must_act(BackupFailure failure, StoreFailure? store, string reason) =>
        Assert.Equal(reason, FailureReasons.Of(new BackupOutcome.Failed(failure, "", store)));

    [Fact]
    public void Every_failure_has_a_reason_that_the_api_accepts()
    {
        var reasons = Enum.GetValues<StoreFailure>().Select(FailureReasons.Of)
            .Concat(Enum.GetValues<BackupFailure>().Select(f => FailureReasons.Of(new BackupOutcome.Failed(f, ""))));
        Assert.All(reasons, r => Assert.Matches("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$", r));
    }
}
