namespace Daytwo.LocalCluster.Programs;

/// <summary>The digests of official files as first seen on this machine: <c>assets.lock</c> in the cache, a line each.</summary>
internal static class AssetsLock
{
    public static string PathIn(string cache) => Path.Combine(cache, "assets.lock");

    /// <summary>The digest recorded for the file when it is another one; null when there is none or it agrees.</summary>
    public static string? Contradicts(string cache, Uri address, string digest)
    {
        var known = Known(cache, address);
        return known is null || string.Equals(known, digest, StringComparison.OrdinalIgnoreCase) ? null : known;
    }

    public static void Record(string cache, Uri address, string digest)
    {
        if (Known(cache, address) is null)
        {
            File.AppendAllText(PathIn(cache), $"{digest}  {address}\n");
        }
    }

    private static string? Known(string cache, Uri address) => !File.Exists(PathIn(cache))
        ? null
        : File.ReadLines(PathIn(cache)).Select(l => l.Split("  ", 2)).FirstOrDefault(w => w.Length == 2 && w[1] == address.ToString())?[0];
}
