using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster.Servers;

[assembly: AssemblyFixture(typeof(Daytwo.Cluster.Tests.Crds.InstalledKinds))]

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>A real apiserver with all of config/default installed by kubectl, as a user does it; once, when first asked for.</summary>
public sealed class InstalledKinds : IAsyncLifetime
{
    private readonly ControlPlane controlPlane = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private Installation? installation;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task<Installation> Get()
    {
        var ct = TestContext.Current.CancellationToken;
        Programs.Require("kubectl");
        await gate.WaitAsync(ct);
        try
        {
            return installation ??= await Install(await controlPlane.Api(ct));
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        installation?.Http.Dispose();
        await controlPlane.DisposeAsync();
        gate.Dispose();
    }

    private static async Task<Installation> Install(ApiServer api)
    {
        var kubectl = new Kubectl(api);
        await kubectl.Succeeds("apply", "--server-side", "-k", Repository.Path("config", "default"));
        await kubectl.Succeeds("wait", "--for=condition=Established", "crd", "-l", "app.kubernetes.io/part-of=daytwo", "--timeout=30s");
        await PolicyInForce(kubectl);
        return new Installation(api, kubectl, Client(api));
    }

    /// <summary>An apiserver enforces a new policy only after it has seen it itself.</summary>
    private static async Task PolicyInForce(Kubectl kubectl)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            if ((await kubectl.Run("-n", "daytwo-system", "create", "secret", "generic", "probe", "--from-literal=encryption.key=short", "--dry-run=server")).Code != 0)
            {
                return;
            }
        }

        Assert.Fail("the policy on encryption keys was not enforced after 50 attempts");
    }

    /// <summary>A client of system:masters.</summary>
    internal static HttpClient Client(ApiServer api)
    {
        var pair = api.Authority.Issue("crds-tests", "O=system:masters, CN=crds-tests");
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(api.Authority.CertificateFile));
        var tls = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = trust,
            ClientCertificates = [X509Certificate2.CreateFromPemFile(pair.Certificate, pair.Key)],
        };
        return new HttpClient(new SocketsHttpHandler { SslOptions = tls, UseProxy = false }) { BaseAddress = new Uri(api.Url) };
    }
}
