using System.Security.Cryptography;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Crds;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Operator;

/// <summary>A control plane with our kinds, a bucket and the Secrets that backups of its own etcd need.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string Bucket = "backups";

    private readonly ScratchFolder folder = new();

    private Scene(EtcdCluster etcd, ApiServer api, S3Server s3) => (Etcd, Api, S3, Kubectl) = (etcd, api, s3, new Kubectl(api.Kubeconfig));

    public EtcdCluster Etcd { get; }

    public ApiServer Api { get; }

    public S3Server S3 { get; }

    public Kubectl Kubectl { get; }

    /// <summary>A folder for files of the test.</summary>
    public string Folder => folder.Path;

    /// <summary>The bucket, as a folder.</summary>
    public string BucketFolder => Path.Combine(S3.Directory, Bucket);

    public byte[] EncryptionKey { get; } = RandomNumberGenerator.GetBytes(32);

    public static async Task<Scene> Start(CancellationToken ct, int members = 1)
    {
        var etcdProgram = Programs.Require("etcd");
        var apiProgram = Programs.Require("kube-apiserver");
        var s3Program = Programs.RequireS3();
        var home = new ScratchFolder();
        var etcd = await EtcdCluster.Start(etcdProgram, home.Path, members, TimeProvider.System, ct);
        var api = await ApiServer.Start(apiProgram, etcd, home.Path, TimeProvider.System, ct);
        var s3 = await S3Server.Start(s3Program, home.Path, TimeProvider.System, ct);
        var scene = new Scene(etcd, api, s3) { home = home };
        await scene.Prepare(ct);
        return scene;
    }

    private ScratchFolder? home;

    /// <summary>An EtcdBackup of the scene's etcd into its bucket.</summary>
    /// <param name="spec">Further fields of the spec, indented by two.</param>
    public Task Backup(string name, CancellationToken ct, string spec = "", string? urls = null, string? endpoint = null, string bucket = Bucket, string extraS3 = "") =>
        Kubectl.Apply($"""
            apiVersion: daytwo.dev/v1alpha1
            kind: EtcdBackup
            metadata:
              name: {name}
            spec:
              source:
                endpoints:
                  urls: [{urls ?? string.Join(", ", Etcd.Endpoints)}]
                  clientCertificateSecret:
                    name: etcd-client
              store:
                s3:
                  bucket: {bucket}
                  prefix: {name}
                  endpoint: {endpoint ?? S3.Url}
                  forcePathStyle: true
                  credentialsSecret:
                    name: s3
            {extraS3}
              encryption:
                keySecret:
                  name: key
            {spec}
            """, ct);

    public Task Secret(string name, CancellationToken ct, params (string Key, byte[] Value)[] data) => Kubectl.Apply($"""
        apiVersion: v1
        kind: Secret
        metadata:
          name: {name}
          namespace: {Kinds.SecretsNamespace}
        data:
        {string.Join('\n', data.Select(d => $"  {d.Key}: {Convert.ToBase64String(d.Value)}"))}
        """, ct);

    /// <summary>Names of what the bucket holds, hidden files of the server left out.</summary>
    public IReadOnlyList<string> Objects(string prefix) =>
        Directory.Exists(Path.Combine(BucketFolder, prefix))
            ? [.. Directory.EnumerateFiles(Path.Combine(BucketFolder, prefix), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(BucketFolder, f)).Where(f => !f.Contains(".sgwtmp", StringComparison.Ordinal))]
            : [];

    public async ValueTask DisposeAsync()
    {
        await S3.DisposeAsync();
        await Api.DisposeAsync();
        await Etcd.DisposeAsync();
        home?.Dispose();
        folder.Dispose();
    }

    private async Task Prepare(CancellationToken ct)
    {
        foreach (var manifest in CrdManifests.All)
        {
            await Kubectl.Apply(manifest.Yaml, ct);
        }

        await Kubectl.Wait("crd etcdbackups.daytwo.dev etcdsnapshots.daytwo.dev", "condition=Established", ct);
        await Kubectl.Apply($"{{apiVersion: v1, kind: Namespace, metadata: {{name: {Kinds.SecretsNamespace}}}}}", ct);
        await S3.CreateBucket(Bucket, ct);
        await Secret("etcd-client", ct,
            (SecretKeys.TlsCertificate, await File.ReadAllBytesAsync(Etcd.Client.Certificate, ct)),
            (SecretKeys.TlsKey, await File.ReadAllBytesAsync(Etcd.Client.Key, ct)),
            (SecretKeys.CertificateAuthority, await File.ReadAllBytesAsync(Etcd.AuthorityFile, ct)));
        await Secret("s3", ct,
            (SecretKeys.AwsAccessKeyId, System.Text.Encoding.ASCII.GetBytes(S3.AccessKey)),
            (SecretKeys.AwsSecretAccessKey, System.Text.Encoding.ASCII.GetBytes(S3.Secret)));
        await Secret("key", ct, (SecretKeys.EncryptionKey, System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(EncryptionKey))));
    }
}
