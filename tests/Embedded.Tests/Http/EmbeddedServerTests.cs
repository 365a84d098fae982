using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Http;

namespace Daytwo.Embedded.Tests.Http;

public sealed class EmbeddedServerTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("daytwo-embedded-");
    private readonly EmbeddedApi api = new();
    private EmbeddedServer server = null!;

    private string Kubeconfig => Path.Combine(folder.FullName, "admin.kubeconfig");

    public async ValueTask InitializeAsync() =>
        server = await EmbeddedServer.Start(api, new EmbeddedServerOptions { KubeconfigFile = Kubeconfig }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        api.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Kubeconfig_once_the_server_answers_is_its_owners_alone()
    {
        Assert.Contains(server.Address.Authority, File.ReadAllText(Kubeconfig), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Kubeconfig));
        }
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Token_over_either_version_of_http_is_admitted(string version)
    {
        using var response = await Send("/api/v1/namespaces", server.Token, Version.Parse(version));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Version.Parse(version), response.Version);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Stranger_is_refused_with_a_status(string? token)
    {
        using var response = await Send("/api/v1/namespaces", token, HttpVersion.Version11);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var status = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("Unauthorized", status["reason"]!.ToString());
    }

    [Fact]
    public async Task Health_is_open_to_all()
    {
        using var response = await Send("/readyz", null, HttpVersion.Version11);
        Assert.Equal("ok", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> Send(string path, string? token, Version version)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(server.AuthorityPem) },
        };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, path)) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
