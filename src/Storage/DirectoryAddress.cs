namespace Daytwo.Storage;

/// <summary>A directory of this machine (or mounted on it).</summary>
/// <param name="Path">Absolute.</param>
public sealed record DirectoryAddress(string Path) : StoreAddress
{
    /// <param name="path">Absolute, or relative to the current directory; <c>//host/...</c> is refused.</param>
    /// <exception cref="FormatException">Not usable as a store's directory.</exception>
    public static DirectoryAddress Of(string path)
    {
        if (path.Length == 0 || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new FormatException($"'file:{path}' names no directory. Use file:DIR, for example file:/var/backups/etcd.");
        }

        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        return full == "/"
            ? throw new FormatException("file:/ would put backups into the root directory. Name a directory of their own, for example file:/var/backups/etcd.")
            : new DirectoryAddress(full);
    }

    public override string ToString() => $"file:{Path}";
}
