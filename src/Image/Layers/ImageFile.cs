namespace Daytwo.Image.Layers;

/// <summary>One file of an image.</summary>
/// <param name="Path">Absolute path in the image.</param>
/// <param name="Mode">Permission bits.</param>
/// <param name="Open">Opens the content, from its beginning.</param>
internal sealed record ImageFile(string Path, UnixFileMode Mode, Func<Stream> Open)
{
    public const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    public const UnixFileMode Executable = ReadOnly | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static ImageFile FromHost(string path, string file, UnixFileMode mode) => new(path, mode, () => File.OpenRead(file));

    public static ImageFile FromText(string path, string text) => new(path, ReadOnly, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
}
