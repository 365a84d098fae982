using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.Etcd.Tls;
using Daytwo.LocalCluster.Pki;

namespace Daytwo.Cluster.Tests.Etcd;

public sealed class CertificateTests(ControlPlane plane)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Missing_client_certificate_is_told_as_such()
    {
        var etcd = await plane.Etcd(Ct);
        using var tls = EtcdTls.FromFiles(etcd.AuthorityFile, null, null);
        var error = await Failure(new Uri(etcd.Endpoints[0]), tls);

        Assert.Equal(EtcdFailure.ClientCertificateRefused, error.Failure);
        Assert.Contains("certificate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_certificate_of_another_authority_is_told_as_such()
    {
        var etcd = await plane.Etcd(Ct);
        using var other = new LocalAuthority(plane.Folder, "etcd-stranger-ca", TimeProvider.System);
        var client = other.Issue("etcd-stranger", "CN=stranger");
        using var tls = EtcdTls.FromFiles(etcd.AuthorityFile, client.Certificate, client.Key);

        Assert.Equal(EtcdFailure.ClientCertificateRefused, (await Failure(new Uri(etcd.Endpoints[0]), tls)).Failure);
    }

    [Fact]
    public async Task Server_of_another_authority_is_not_trusted_and_its_issuer_named()
    {
        var etcd = await plane.Etcd(Ct);
        using var other = new LocalAuthority(plane.Folder, "etcd-wrong-ca", TimeProvider.System);
        using var tls = EtcdTls.FromFiles(other.CertificateFile, etcd.Client.Certificate, etcd.Client.Key);
        var error = await Failure(new Uri(etcd.Endpoints[0]), tls);

        Assert.Equal((EtcdFailure.ServerCertificateUntrusted, false), (error.Failure, error.Retryable));
        Assert.Contains("CN=etcd-ca is not the given certificate authority", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_host_name_is_unreachable()
    {
        var etcd = await plane.Etcd(Ct);
        using var tls = EtcdTools.Tls(etcd);

        Assert.Equal(EtcdFailure.Unreachable, (await Failure(new Uri("https://nowhere.invalid:2379"), tls)).Failure);
    }

    [Fact]
    public async Task Plain_http_to_a_tls_port_is_told_as_such()
    {
        var etcd = await plane.Etcd(Ct);
        var error = await Failure(new Uri(etcd.Endpoints[0].Replace("https", "http", StringComparison.Ordinal)), tls: null);

        Assert.Contains(error.Failure, new[] { EtcdFailure.Protocol, EtcdFailure.Unreachable });
    }

    private static async Task<EtcdException> Failure(Uri endpoint, EtcdTls? tls)
    {
        using var client = new EtcdClient(new EtcdClientOptions { Endpoints = [endpoint], Tls = tls });
        return await Assert.ThrowsAsync<EtcdException>(async () => await client.Status(endpoint, Ct));
    }
}
