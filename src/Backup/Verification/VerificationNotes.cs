using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup.Verification;

/// <summary>Keeps the latest verification of a snapshot in a small object beside its manifest, which itself never changes.</summary>
public static class VerificationNotes
{
    /// <summary>Records a result; later inventories show it. Does nothing for a signed snapshot without its key, since nobody would trust the note.</summary>
    /// <returns>False when nothing was recorded.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async Task<bool> Record(
        IObjectStore store, SnapshotManifest manifest, VerificationOutcome outcome, EncryptionKey? key, CancellationToken ct)
    {
        if (manifest.KeyId != key?.Id || outcome.Record.Level == VerificationLevel.None || !TellsOfTheSnapshot(outcome))
        {
            return false;
        }

        var note = new VerificationNote(manifest.Id, manifest.Stored.Sha256, outcome.Record);
        var document = SignedDocument.Write("verification", note, DocumentJson.Default.VerificationNote, key);
        var options = new PutOptions { SizeHint = document.Length, ContentType = "application/json" };
        await using var writer = await store.Create(SnapshotLayout.Verification(SnapshotId.Parse(manifest.Id)), options, ct);
        await writer.Write(document, ct);
        await writer.Complete(ct);
        return true;
    }

    /// <summary>A missing key says nothing about the snapshot.</summary>
    private static bool TellsOfTheSnapshot(VerificationOutcome outcome) => outcome.Fault is null or Reading.SnapshotFault.Damaged;
}
