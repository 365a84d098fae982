using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Reading;
using Daytwo.Storage;

namespace Daytwo.Backup.Verification;

/// <summary>Checks stored snapshots by reading them back.</summary>
public sealed class SnapshotVerifier(TimeProvider time)
{
    /// <exception cref="StoreException">The store failed, which says nothing about the snapshot. Missing data is damage instead.</exception>
    /// <exception cref="SpoolException">The temporary file failed.</exception>
    public async Task<VerificationOutcome> Verify(VerificationRequest request, IProgress<BackupProgress>? progress, CancellationToken ct)
    {
        var meter = ProgressMeter.Begin(BackupStage.Verifying, progress, time);
        try
        {
            SnapshotTrust.Check(request.Manifest, request.Key);
            var content = request.Level switch
            {
                VerificationLevel.None => null,
                VerificationLevel.Stored => await StoredCheck.Run(request, meter, ct),
                _ => await FullCheck.Run(request, meter, ct),
            };
            meter.Tell();
            return new VerificationOutcome(new VerificationRecord(request.Level, time.GetUtcNow(), Passed: true), content, Fault: null);
        }
        catch (SnapshotUnreadableException e)
        {
            return new VerificationOutcome(new VerificationRecord(request.Level, time.GetUtcNow(), Passed: false, e.Message), Content: null, e.Fault);
        }
    }
}
