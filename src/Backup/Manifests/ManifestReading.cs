namespace Daytwo.Backup.Manifests;

/// <summary>A manifest as found in a store: usable, or with a problem told for a person.</summary>
internal sealed record ManifestReading(SnapshotManifest? Manifest, SignatureState Signature, string? Problem);
