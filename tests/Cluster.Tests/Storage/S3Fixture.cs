using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Servers;
using Daytwo.Storage;
using Daytwo.Storage.S3;

namespace Daytwo.Cluster.Tests.Storage;

/// <summary>An S3 server over TLS with one bucket, for the tests of one class.</summary>
public sealed class S3Fixture : IAsyncLifetime
{
    public const string Bucket = "storage";

    private ScratchFolder? folder;
    private LocalAuthority? authority;
    private S3Server? server;

    /// <summary>The server; a test that asks for it where there is none is skipped.</summary>
    internal S3Server Server
    {
        get
        {
            Programs.RequireS3();
            return server!;
        }
    }

    /// <summary>The folder of the bucket on disk.</summary>
    public string BucketDirectory => Path.Combine(Server.Directory, Bucket);

    private string AuthorityPem => File.ReadAllText(authority!.CertificateFile);

    public async ValueTask InitializeAsync()
    {
        if (Programs.Catalog.Find("versitygw") is not { } program)
        {
            return;
        }

        folder = new ScratchFolder();
        authority = new LocalAuthority(folder.Path, "s3-ca", TimeProvider.System);
        server = await S3Server.Start(program, folder.Path, TimeProvider.System, TestContext.Current.CancellationToken, authority);
        await server.CreateBucket(Bucket, TestContext.Current.CancellationToken);
    }

    public S3Settings Settings(string prefix) => new()
    {
        Address = BucketAddress.Of(Bucket, prefix),
        Endpoint = new Uri(Server.Url),
        PathStyle = true,
        CertificateAuthorityPem = AuthorityPem,
        Credentials = S3Credentials.Static(Server.AccessKey, Server.Secret),
        RequestTimeout = TimeSpan.FromSeconds(30),
        Retries = 1,
    };

    public IObjectStore Open(string prefix) => ObjectStores.Open(Settings(prefix), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        authority?.Dispose();
        folder?.Dispose();
    }
}
