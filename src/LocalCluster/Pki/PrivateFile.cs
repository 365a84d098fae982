namespace Daytwo.LocalCluster.Pki;

/// <summary>Files only their owner reads.</summary>
internal static class PrivateFile
{
    /// <summary>Writes the text into a new or emptied file with mode 0600, which it has before the first byte is in it.</summary>
    public static void Write(string path, string text)
    {
        using var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }
}
