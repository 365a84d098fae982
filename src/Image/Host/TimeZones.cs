using Daytwo.Image.Layers;

namespace Daytwo.Image.Host;

/// <summary>The IANA time zone database of this machine, for schedules with a time zone.</summary>
internal static class TimeZones
{
    private const string Folder = "/usr/share/zoneinfo";

    /// <summary>Variants of the same data and this machine's own zone; no schedule names them.</summary>
    private static readonly string[] Others = ["posix", "right", "localtime", "posixrules"];

    /// <exception cref="ImageException">This machine has none.</exception>
    public static IReadOnlyList<ImageFile> Files()
    {
        if (!File.Exists(Path.Combine(Folder, "Europe/Berlin")))
        {
            throw new ImageException($"{Folder} has no time zones: install the package tzdata");
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        return [.. Directory.EnumerateFiles(Folder, "*", options)
            .Where(file => !Others.Contains(Path.GetRelativePath(Folder, file).Split('/')[0]) && File.Exists(file))
            .Select(file => ImageFile.FromHost(file, file, ImageFile.ReadOnly))];
    }
}
