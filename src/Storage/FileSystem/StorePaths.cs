namespace Daytwo.Storage.FileSystem;

/// <summary>Which file holds which object, below one root.</summary>
internal sealed class StorePaths(string root)
{
    private const string TemporarySuffix = ".partial";

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <exception cref="IOException">A folder on the way is a symbolic link.</exception>
    public string Of(ObjectKey key) => Checked(key, key.Value);

    /// <summary>The file that an object is written to first: hidden, beside its place, so that renaming it stays on one file system.</summary>
    public string Temporary(ObjectKey key)
    {
        var slash = key.Value.LastIndexOf('/');
        return Checked(key, $"{key.Value[..(slash + 1)]}.{key.Value[(slash + 1)..]}{TemporarySuffix}");
    }

    /// <summary>Makes the folders of an object, and the root.</summary>
    /// <returns>The object's folder.</returns>
    public string CreateFolder(ObjectKey key)
    {
        var folder = Path.GetDirectoryName(Of(key))!;
        var missing = new Stack<string>();
        for (var at = folder; !Directory.Exists(at); at = Path.GetDirectoryName(at)!)
        {
            missing.Push(at);
        }

        foreach (var path in missing)
        {
            PrivateFiles.CreateDirectory(path);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }

        return folder;
    }

    /// <returns>False when there was nothing to delete.</returns>
    public bool Delete(ObjectKey key, string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        File.Delete(path);
        ForgetEmptyFolders(key);
        return true;
    }

    /// <summary>Removes the folders of an object that hold nothing any more; never the root.</summary>
    public void ForgetEmptyFolders(ObjectKey key)
    {
        for (var folder = Path.GetDirectoryName(Of(key))!; folder.Length > root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (!Directory.Exists(folder))
            {
                continue;
            }

            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return;
            }

            try
            {
                Directory.Delete(folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another writer has just put something there.
                return;
            }
        }
    }

    public IEnumerable<(ObjectKey Key, string Path)> Files(string prefix)
    {
        foreach (var path in All())
        {
            if (ObjectKey.TryParse(Relative(path), out var key) && key.Value.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return (key, path);
            }
        }
    }

    public IEnumerable<UnfinishedWrite> TemporaryFiles()
    {
        foreach (var path in All())
        {
            var name = Path.GetFileName(path);
            if (name.StartsWith('.') && name.EndsWith(TemporarySuffix, StringComparison.Ordinal)
                && ObjectKey.TryParse(Relative(Path.Combine(Path.GetDirectoryName(path)!, name[1..^TemporarySuffix.Length])), out var key))
            {
                yield return new UnfinishedWrite(key, name, File.GetCreationTimeUtc(path));
            }
        }
    }

    private IEnumerable<string> All() => Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", Everything) : [];

    private string Relative(string path) => Path.GetRelativePath(root, path);

    private string Checked(ObjectKey key, string relative)
    {
        for (var slash = relative.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = relative.IndexOf('/', slash + 1))
        {
            if (new DirectoryInfo(Path.Combine(root, relative[..slash])).LinkTarget is { } target)
            {
                throw new StoreException(
                    StoreFailure.Misconfigured,
                    $"file:{root} has a symbolic link at '{relative[..slash]}' (to {target}); links are not followed, lest {key} leave the store. Replace it by a directory.");
            }
        }

        return Path.Combine(root, relative);
    }
}
