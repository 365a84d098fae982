using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Daytwo.Image.Layers;

/// <summary>
/// Writes files as one image layer. Only paths, modes and contents decide the bytes: entries are sorted, times are the
/// epoch, everything belongs to root.
/// </summary>
internal static class LayerWriter
{
    private const UnixFileMode FolderMode = ImageFile.Executable | UnixFileMode.UserWrite;
    private const UnixFileMode SharedFolderMode = FolderMode | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.StickyBit;

    /// <summary>Writes a gzipped layer into a new file of the folder.</summary>
    /// <param name="shared">Folders that everyone may write to, such as /tmp.</param>
    public static Layer Write(string folder, string name, IReadOnlyCollection<ImageFile> files, params IReadOnlyCollection<string> shared)
    {
        var path = Path.Combine(folder, name + ".tar.gz");
        byte[] plain;
        using (var stored = File.Create(path))
        using (var gzip = new GZipStream(stored, CompressionLevel.Optimal))
        using (var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            using (var hashing = new HashingStream(gzip, digest))
            using (var tar = new TarWriter(hashing, TarEntryFormat.Ustar))
            {
                Write(tar, files, shared);
            }

            plain = digest.GetHashAndReset();
        }

        return new Layer(Blob.OfFile(path, MediaTypes.Layer), "sha256:" + Convert.ToHexStringLower(plain));
    }

    private static void Write(TarWriter tar, IReadOnlyCollection<ImageFile> files, IReadOnlyCollection<string> shared)
    {
        var folders = files.Select(file => file.Path).Concat(shared.Select(path => path + "/.")).SelectMany(Parents).Distinct(StringComparer.Ordinal);
        foreach (var folder in folders.Order(StringComparer.Ordinal))
        {
            tar.WriteEntry(Entry(TarEntryType.Directory, folder + "/", shared.Contains(folder) ? SharedFolderMode : FolderMode));
        }

        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            using var content = file.Open();
            var entry = Entry(TarEntryType.RegularFile, file.Path, file.Mode);
            entry.DataStream = content;
            tar.WriteEntry(entry);
        }
    }

    private static UstarTarEntry Entry(TarEntryType type, string path, UnixFileMode mode) =>
        new(type, path[1..]) { Mode = mode, ModificationTime = DateTimeOffset.UnixEpoch, Uid = 0, Gid = 0, UserName = "", GroupName = "" };

    /// <summary>/a/b/c → /a/b, /a.</summary>
    private static IEnumerable<string> Parents(string path)
    {
        for (var parent = Path.GetDirectoryName(path); parent is { Length: > 1 }; parent = Path.GetDirectoryName(parent))
        {
            yield return parent;
        }
    }
}
