using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Daytwo.LocalCluster.Programs;

/// <summary>Brings programs of official releases into the cache.</summary>
/// <remarks>
/// Guarantees: a program is kept only when its SHA-256 is the published one; the digest is then written to
/// <c>assets.lock</c> in the cache, and a later download of the same file must have it. A failed download leaves nothing.
/// </remarks>
public sealed class OfficialDownloads(HttpClient http, string cache)
{
    /// <summary>Downloads the program, or says why it cannot be had.</summary>
    /// <returns>The program, or null with the reason.</returns>
    public async Task<(FoundProgram? Program, string? Reason)> Download(string name, CancellationToken ct)
    {
        if (OfficialRelease.Of(name) is not { } release)
        {
            return (null, $"no official release is known for {name}");
        }

        if (RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            return (null, $"official releases are only known for linux/amd64, this machine is {RuntimeInformation.OSArchitecture}");
        }

        var folder = Path.Combine(cache, release.Folder);
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $".{name}.{Environment.ProcessId}.part");
        try
        {
            var expected = Checksum(await http.GetStringAsync(release.Checksums, ct), Path.GetFileName(release.Address.LocalPath));
            var actual = await Fetch(release.Address, part, ct);
            if (expected is null || !string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase))
            {
                return (null, $"{release.Address} has SHA-256 {actual}, its publisher says {expected ?? "nothing about it"}");
            }

            if (AssetsLock.Contradicts(cache, release.Address, actual) is { } known)
            {
                return (null, $"{release.Address} has SHA-256 {actual}, but {known} was recorded in {AssetsLock.PathIn(cache)} when it was first seen");
            }

            var target = Path.Combine(folder, name);
            await Install(release, part, target, ct);
            AssetsLock.Record(cache, release.Address, actual);
            return (new FoundProgram(name, target, ProgramOrigin.Download), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (null, $"{release.Address.Host} could not be reached ({e.Message})");
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The digest for a file in a text of one digest, or of lines with digest and name.</summary>
    internal static string? Checksum(string text, string file)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Select(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length == 1 || words[1].TrimStart('*') == file)
            .Select(words => words[0])
            .FirstOrDefault(digest => digest.Length == 64);
    }

    private async Task<string> Fetch(Uri address, string path, CancellationToken ct)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        await body.CopyToAsync(file, ct);
        file.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    private static async Task Install(OfficialRelease release, string part, string target, CancellationToken ct)
    {
        const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (release.Entry is null)
        {
            File.SetUnixFileMode(part, Executable);
            File.Move(part, target, overwrite: true);
            return;
        }

        var unpacked = part + ".entry";
        try
        {
            await using var file = File.OpenRead(part);
            await using var gzip = new GZipStream(file, CompressionMode.Decompress);
            await using var tar = new TarReader(gzip);
            while (await tar.GetNextEntryAsync(cancellationToken: ct) is { } entry)
            {
                if (entry.Name == release.Entry)
                {
                    await entry.ExtractToFileAsync(unpacked, overwrite: true, ct);
                    File.SetUnixFileMode(unpacked, Executable);
                    File.Move(unpacked, target, overwrite: true);
                    return;
                }
            }

            throw new InvalidDataException($"{release.Address} holds no {release.Entry}");
        }
        finally
        {
            File.Delete(unpacked);
        }
    }
}
