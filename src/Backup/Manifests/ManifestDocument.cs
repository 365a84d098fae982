using System.Text.Json;

namespace Daytwo.Backup.Manifests;

/// <summary>The manifest as a file: <c>{"manifest": {…}, "signature": {…}}</c>.</summary>
internal static class ManifestDocument
{
    private const string Name = "manifest";
    private const int NewestFormat = 1;

    public static byte[] Write(SnapshotManifest manifest, EncryptionKey? key) =>
        SignedDocument.Write(Name, manifest, BackupJson.Default.SnapshotManifest, key);

    /// <param name="id">The folder it was found in.</param>
    public static ManifestReading Read(SnapshotId id, ReadOnlySpan<byte> document, EncryptionKey? key)
    {
        try
        {
            var reading = SignedDocument.Read(Name, document, BackupJson.Default.SnapshotManifest, key);
            return ProblemOf(id, reading) is { } problem
                ? new ManifestReading(null, reading.Signature, problem)
                : new ManifestReading(reading.Value, reading.Signature, null);
        }
        catch (JsonException e)
        {
            return new ManifestReading(
                null, SignatureState.Invalid, $"The manifest is damaged: {e.Message} The snapshot cannot be trusted; use another one.");
        }
    }

    private static string? ProblemOf(SnapshotId id, SignedReading<SnapshotManifest> reading)
    {
        var manifest = reading.Value;
        if (reading.Signature == SignatureState.Invalid)
        {
            return "The manifest was changed after it was signed. The snapshot cannot be trusted; use another one.";
        }

        if (manifest.KeyId != reading.SignatureKeyId)
        {
            return reading.SignatureKeyId is null
                ? "The signature of the manifest was taken away. The snapshot cannot be trusted; use another one."
                : "The manifest is signed with another key than it names. The snapshot cannot be trusted; use another one.";
        }

        if (manifest.FormatVersion is < 1 or > NewestFormat)
        {
            return $"The manifest has format {manifest.FormatVersion}; this program reads format {NewestFormat}. Use a newer daytwo.";
        }

        if (manifest.Id != id.Value)
        {
            return $"The manifest is that of snapshot '{manifest.Id}' and was copied here. The snapshot cannot be trusted; use another one.";
        }

        return IsSound(manifest) ? null : "The manifest holds impossible values. The snapshot cannot be trusted; use another one.";
    }

    private static bool IsSound(SnapshotManifest manifest) =>
        SnapshotLayout.IsDataName(manifest.Stored.Name)
        && Sha256Text.IsValid(manifest.Stored.Sha256)
        && Sha256Text.IsValid(manifest.Plain.Sha256)
        && manifest.Stored.Size >= 0
        && manifest.Stored.Checkpoints is not { Interval: < 1 }
        && manifest.Plain.Size >= 0;
}
