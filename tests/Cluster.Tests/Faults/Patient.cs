using System.Security.Cryptography;
using System.Text;
using Daytwo.Cluster.Tests.Etcd;
using Daytwo.Cluster.Tests.Operator;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.Etcd.Tls;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>An etcd that is not the one behind the API, for faults that the API must survive, with a Secret for reaching it.</summary>
internal sealed class Patient : IAsyncDisposable
{
    private readonly ScratchFolder folder;
    private readonly EtcdTls tls;

    private Patient(ScratchFolder folder, EtcdCluster etcd, string secret)
    {
        (this.folder, Etcd, Secret) = (folder, etcd, secret);
        tls = EtcdTools.Tls(etcd);
        Client = EtcdTools.Client(etcd, tls);
    }

    public EtcdCluster Etcd { get; }

    public EtcdClient Client { get; }

    public string Secret { get; }

    public string Folder => folder.Path;

    public string Urls => string.Join(", ", Etcd.Endpoints);

    public static async Task<Patient> Start(Scene scene, string secret, int members, params string[] flags)
    {
        var folder = new ScratchFolder();
        var etcd = await EtcdCluster.Start(Programs.Require("etcd"), folder.Path, members, TimeProvider.System, TestContext.Current.CancellationToken, flags);
        await scene.ClientSecret(secret, etcd.AuthorityFile, etcd.Client);
        return new Patient(folder, etcd, secret);
    }

    /// <summary>Puts so many megabytes into it that do not compress.</summary>
    public async Task Fill(int megabytes)
    {
        for (var i = 0; i < megabytes; i++)
        {
            await Client.Put(Encoding.ASCII.GetBytes($"/filler/{i}"), RandomNumberGenerator.GetBytes(1 << 20), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        tls.Dispose();
        await Etcd.DisposeAsync();
        folder.Dispose();
    }
}
