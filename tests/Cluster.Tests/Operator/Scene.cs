using System.Security.Cryptography;
using System.Text;
using Daytwo.Backup;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Crds;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Servers;
using Daytwo.Storage;
using Daytwo.Storage.S3;

namespace Daytwo.Cluster.Tests.Operator;

/// <summary>A control plane with Daytwo installed (kinds, namespace, roles), a TLS S3 server with a bucket, and the Secrets that backups of its etcd need.</summary>
public sealed class Scene : IAsyncDisposable
{
    public const string Bucket = "backups";

    private readonly ScratchFolder folder = new();
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private LocalAuthority? authority;
    private Kubectl? kubectl;

    public EtcdCluster Etcd { get; private set; } = null!;

    public ApiServer Api { get; private set; } = null!;

    public S3Server S3 { get; private set; } = null!;

    internal Kubectl Kubectl => kubectl!;

    /// <summary>The authority of the S3 server, which the Secret <c>s3-ca</c> holds.</summary>
    internal LocalAuthority StoreAuthority => authority!;

    /// <summary>The key of the Secret <c>key</c>, a new instance each time.</summary>
    internal EncryptionKey EncryptionKey => EncryptionKey.FromBytes(key);

    /// <summary>The same as in a key file.</summary>
    internal string EncryptionKeyText => Convert.ToBase64String(key);

    /// <summary>A kubeconfig of the operator's service account, with the rights that config/rbac grants.</summary>
    public string OperatorKubeconfig { get; private set; } = "";

    public string Folder => folder.Path;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts everything when first asked to. A test whose programs are missing is skipped.</summary>
    public async ValueTask Begin()
    {
        if (kubectl is not null)
        {
            return;
        }

        var programs = (Etcd: Programs.Require("etcd"), Api: Programs.Require("kube-apiserver"), S3: Programs.RequireS3());
        Etcd = await EtcdCluster.Start(programs.Etcd, folder.Path, 3, TimeProvider.System, Ct);
        Api = await ApiServer.Start(programs.Api, Etcd, folder.Path, TimeProvider.System, Ct);
        authority = new LocalAuthority(folder.Path, "s3-ca", TimeProvider.System);
        S3 = await S3Server.Start(programs.S3, folder.Path, TimeProvider.System, Ct, authority);
        await S3.CreateBucket(Bucket, Ct);
        kubectl = new Kubectl(Api);
        await Install();
        OperatorKubeconfig = Api.KubeconfigFor(
            $"system:serviceaccount:{Kinds.SecretsNamespace}:daytwo", "system:serviceaccounts", $"system:serviceaccounts:{Kinds.SecretsNamespace}", "system:authenticated");
    }

    public async Task Apply(string yaml)
    {
        var file = Path.Combine(folder.Path, $"{Guid.NewGuid():n}.yaml");
        await File.WriteAllTextAsync(file, yaml, Ct);
        await Kubectl.Succeeds("apply", "-f", file);
    }

    /// <summary>An EtcdBackup of the scene's etcd into its bucket, in a folder of its own.</summary>
    /// <param name="spec">Further lines of the spec.</param>
    public Task Backup(string name, string spec = "", string? urls = null, string? endpoint = null, string bucket = Bucket, string credentials = "s3", string authority = "s3-ca", string client = "etcd-client") =>
        Apply($"""
            apiVersion: daytwo.dev/v1alpha1
            kind: EtcdBackup
            metadata:
              name: {name}
            spec:
              source:
                endpoints:
                  urls: [{urls ?? string.Join(", ", Etcd.Endpoints)}]
                  clientCertificateSecret: {"{"}name: {client}{"}"}
              store:
                s3:
                  bucket: {bucket}
                  prefix: {name}
                  endpoint: {endpoint ?? S3.Url}
                  forcePathStyle: true
                  credentialsSecret: {"{"}name: {credentials}{"}"}
                  caSecret: {"{"}name: {authority}{"}"}
              encryption:
                keySecret: {"{"}name: key{"}"}
              {spec.ReplaceLineEndings("\n  ")}
            """);

    public Task Secret(string name, params (string Key, string Value)[] data) => Apply($"""
        apiVersion: v1
        kind: Secret
        metadata: {"{"}name: {name}, namespace: {Kinds.SecretsNamespace}{"}"}
        data:
        {string.Join('\n', data.Select(d => $"  {d.Key}: {Convert.ToBase64String(Encoding.ASCII.GetBytes(d.Value))}"))}
        """);

    /// <summary>A Secret for reaching an etcd: whom to trust, and the certificate to show.</summary>
    public async Task ClientSecret(string name, string authorityFile, KeyPairFiles client) => await Secret(name,
        (SecretKeys.TlsCertificate, await File.ReadAllTextAsync(client.Certificate, Ct)),
        (SecretKeys.TlsKey, await File.ReadAllTextAsync(client.Key, Ct)),
        (SecretKeys.CertificateAuthority, await File.ReadAllTextAsync(authorityFile, Ct)));

    /// <summary>The folder of an EtcdBackup in the bucket, seen without the operator.</summary>
    internal IObjectStore OpenStore(string backup) => ObjectStores.Open(
        new S3Settings
        {
            Address = BucketAddress.Of(Bucket, backup),
            Endpoint = new Uri(S3.Url),
            PathStyle = true,
            CertificateAuthorityPem = File.ReadAllText(authority!.CertificateFile),
            Credentials = S3Credentials.Static(S3.AccessKey, S3.Secret),
        },
        TimeProvider.System);

    /// <summary>Waits for a condition; when it does not come, the failure tells the object and its events.</summary>
    public async Task Wait(string what, string condition)
    {
        var (code, _, error) = await Kubectl.Run("wait", what, $"--for={condition}", "--timeout=180s");
        Assert.True(code == 0, code == 0 ? "" : $"{error}\n{(await Kubectl.Run("describe", what)).Output}");
    }

    /// <summary>Waits until Ready is False for that reason.</summary>
    public Task WaitForReason(string backup, string reason) =>
        Wait($"etcdbackup/{backup}", $"jsonpath={{.status.conditions[?(@.type==\"Ready\")].reason}}={reason}");

    public async Task<string> Get(string what, string jsonPath) => await Kubectl.Succeeds("get", what, "--ignore-not-found", "-o", $"jsonpath={jsonPath}");

    /// <summary>The objects in an EtcdBackup's folder of the bucket, uploads under way included.</summary>
    public IReadOnlyList<string> Objects(string backup) =>
        Directory.Exists(Path.Combine(S3.Directory, Bucket, backup))
            ? [.. Directory.EnumerateFiles(Path.Combine(S3.Directory, Bucket, backup), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(S3.Directory, Bucket, backup), f))]
            : [];

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new IAsyncDisposable?[] { S3, Api, Etcd })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }

        authority?.Dispose();
        folder.Dispose();
    }

    private async Task Install()
    {
        foreach (var part in (string[])["crd", "manager/namespace.yaml", "rbac"])
        {
            var path = Repository.Path("config", part);
            await Kubectl.Succeeds("apply", Directory.Exists(path) ? "-k" : "-f", path);
        }

        await Kubectl.Succeeds("wait", "crd", "-l", "app.kubernetes.io/part-of=daytwo", "--for=condition=Established", "--timeout=90s");
        await ClientSecret("etcd-client", Etcd.AuthorityFile, Etcd.Client);
        await Secret("s3", (SecretKeys.AwsAccessKeyId, S3.AccessKey), (SecretKeys.AwsSecretAccessKey, S3.Secret));
        await Secret("s3-ca", (SecretKeys.CertificateAuthority, await File.ReadAllTextAsync(authority!.CertificateFile, Ct)));
        await Secret("key", (SecretKeys.EncryptionKey, EncryptionKeyText));
    }
}
