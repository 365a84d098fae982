using Daytwo.Storage;

namespace Daytwo.Backup.Manifests;

/// <summary>
/// Where things lie in a store: <c>snapshots/ID/manifest.json</c>, <c>snapshots/ID/verification.json</c> and the data,
/// <c>snapshots/ID/ATTEMPT.db[.gz][.enc]</c>. Each attempt writes data of its own, so that two can never mix.
/// </summary>
public static class SnapshotLayout
{
    /// <summary>Every object of ours lies below.</summary>
    public const string Root = "snapshots/";

    private const string ManifestName = "manifest.json";
    private const string VerificationName = "verification.json";

    public static ObjectKey Manifest(SnapshotId id) => ObjectKey.Of($"{Root}{id}/{ManifestName}");

    public static ObjectKey Verification(SnapshotId id) => ObjectKey.Of($"{Root}{id}/{VerificationName}");

    /// <exception cref="ArgumentException">The name is no plain file name.</exception>
    public static ObjectKey Data(SnapshotId id, string name) =>
        IsDataName(name) ? ObjectKey.Of($"{Root}{id}/{name}") : throw new ArgumentException($"'{name}' is no name of a snapshot's data.", nameof(name));

    internal static string DataName(string attempt, Compression compression, bool encrypted) =>
        $"{attempt}.db{(compression == Compression.Gzip ? ".gz" : "")}{(encrypted ? ".enc" : "")}";

    /// <summary>Takes a key apart; false for names that are not ours.</summary>
    internal static bool TryParse(ObjectKey key, out SnapshotId id, out SnapshotPart file)
    {
        id = default;
        file = default;
        var parts = key.Value.Split('/');
        if (parts is not [_, var folder, var name] || parts[0] + "/" != Root || !SnapshotId.TryParse(folder, out id))
        {
            return false;
        }

        file = name switch
        {
            ManifestName => SnapshotPart.Manifest,
            VerificationName => SnapshotPart.Verification,
            _ when IsDataName(name) => SnapshotPart.Data,
            _ => SnapshotPart.Foreign,
        };
        return file != SnapshotPart.Foreign;
    }

    internal static bool IsDataName(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && Sha256Text.IsHexadecimal(name.AsSpan(0, dot))
            && name[dot..] is ".db" or ".db.gz" or ".db.enc" or ".db.gz.enc";
    }
}
