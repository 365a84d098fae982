using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Daytwo.Embedded.Http;

/// <summary>Serves an embedded API over TLS, HTTP/1.1 and HTTP/2, to holders of its administrator's credentials.</summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private readonly EmbeddedApi api;
    private readonly WebApplication application;
    private readonly ServerAuthority authority;
    private readonly X509Certificate2 certificate;

    private EmbeddedServer(EmbeddedApi api, WebApplication application, ServerAuthority authority, X509Certificate2 certificate, string token)
    {
        (this.api, this.application, this.authority, this.certificate) = (api, application, authority, certificate);
        Token = token;
        Address = new Uri(application.Urls.First());
        using var administrator = authority.IssueClient("CN=kubernetes-admin, O=system:masters");
        Kubeconfig = AdministratorKubeconfig.Text(Address, authority.CertificatePem, administrator);
    }

    /// <summary>Where the server answers, such as <c>https://127.0.0.1:41235/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The administrator's kubeconfig: its client certificate grants everything.</summary>
    public string Kubeconfig { get; }

    /// <summary>A bearer token that grants everything, for clients without certificates.</summary>
    public string Token { get; }

    /// <summary>The certificate authority that clients must trust, PEM.</summary>
    public string AuthorityPem => authority.CertificatePem;

    /// <summary>Starts serving; returns when requests are answered and the kubeconfig is written.</summary>
    /// <exception cref="IOException">The address is taken, or the kubeconfig cannot be written.</exception>
    public static async Task<EmbeddedServer> Start(EmbeddedApi api, EmbeddedServerOptions options, CancellationToken ct)
    {
        var authority = new ServerAuthority(options.Clock);
        var certificate = authority.IssueServer(options.Listen.Address);
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var bridge = new HttpBridge(api, new RequestAuthentication(authority, token));
        var application = Build(options.Listen, certificate);
        application.Run(bridge.Handle);
        await application.StartAsync(ct).ConfigureAwait(false);
        var server = new EmbeddedServer(api, application, authority, certificate, token);
        if (options.KubeconfigFile is { } file)
        {
            AdministratorKubeconfig.Write(file, server.Kubeconfig);
        }

        return server;
    }

    /// <summary>Ends open watches, answers what is under way, stops listening. The API lives on.</summary>
    public async ValueTask DisposeAsync()
    {
        api.DropWatches();
        await application.DisposeAsync().ConfigureAwait(false);
        certificate.Dispose();
        authority.Dispose();
    }

    private static WebApplication Build(IPEndPoint listen, X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Listen(listen, endpoint =>
            {
                endpoint.Protocols = HttpProtocols.Http1AndHttp2;
                endpoint.UseHttps(certificate, https =>
                {
                    https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                    // Who an unknown certificate belongs to is answered with 401, as the real API does, not with a broken handshake.
                    https.ClientCertificateValidation = static (_, _, _) => true;
                });
            });
        });
        return builder.Build();
    }
}
