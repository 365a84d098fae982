using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Embedded.Tests;

/// <summary>Reads the events of a watch that are there already, without waiting for more.</summary>
internal sealed class WatchReader : IDisposable
{
    private readonly ApiResponse response;
    private readonly StreamReader lines;

    public WatchReader(ApiResponse response)
    {
        this.response = response;
        lines = new StreamReader(response.Body);
    }

    public int StatusCode => response.StatusCode;

    /// <summary>The next event, which must be there.</summary>
    public JsonObject Next()
    {
        var line = lines.ReadLine() ?? throw new InvalidOperationException("The watch ended.");
        return (JsonObject)JsonNode.Parse(line)!;
    }

    /// <summary>The types and names of the next events.</summary>
    public string[] Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Next()).Select(e => $"{e["type"]} {e["object"]!["metadata"]!["name"]}")];

    public bool Ended() => lines.ReadLine() is null;

    public void Dispose() => response.Body.Dispose();
}
