using Daytwo.LocalCluster.Programs;

namespace Daytwo.Cli.Programs;

/// <summary>Finds real programs on this machine, or fetches their official releases into the cache.</summary>
internal sealed class ProgramFinder(ProgramCatalog catalog, bool download, Action<string> say) : IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);
    private readonly HttpClient http = new(new SocketsHttpHandler { ConnectTimeout = ConnectLimit });

    /// <summary>The program, or null with the reason why there is none.</summary>
    public async Task<(FoundProgram? Program, string? Reason)> Find(string name, CancellationToken ct)
    {
        if (catalog.Find(name) is { } found)
        {
            return (found, null);
        }

        if (!download)
        {
            return (null, "not on this machine");
        }

        say($"{name}: not found here; trying the official release …");
        var (program, reason) = await new OfficialDownloads(http, ProgramCatalog.DefaultCache()).Download(name, ct);
        if (reason is not null)
        {
            say($"{name}: {reason}");
        }

        return (program, reason);
    }

    public void Dispose() => http.Dispose();
}
