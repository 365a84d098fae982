using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Daytwo.LocalCluster.Tests.Programs;

/// <summary>A publisher of releases in memory: addresses end in these names.</summary>
internal sealed class Publisher : HttpMessageHandler
{
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public Publisher With(string end, byte[] content)
    {
        files[end] = content;
        return this;
    }

    public Publisher WithChecksumOf(string end, byte[] content, string? name = null) =>
        With(end, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(content)) + (name is null ? "" : "  " + name) + "\n"));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var found = files.FirstOrDefault(f => request.RequestUri!.AbsolutePath.EndsWith(f.Key, StringComparison.Ordinal));
        return Task.FromResult(found.Value is null
            ? new HttpResponseMessage(HttpStatusCode.NotFound)
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(found.Value) });
    }
}
