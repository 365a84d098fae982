using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Credentials;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Cluster.Tests.Kubernetes;

/// <summary>Reaching a real apiserver: several addresses, trust, credentials that change.</summary>
public sealed class ConnectionTests(ControlPlane plane)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_where_nothing_listens_is_passed_over()
    {
        var server = await plane.Api(Ct);
        var dead = new Uri($"https://127.0.0.1:{FreePort.Take()}");
        var connection = ConnectedApi.Connection(server.Kubeconfig) with { Servers = [dead, new Uri(server.Url)] };
        using var transport = new HttpApiTransport(connection, TimeProvider.System);
        var listed = await new KubernetesClient(transport).List(Namespace.Resource, new ListRequest(), Ct);
        Assert.Contains(listed.Required().Items, n => n.Metadata.Name == "default");
    }

    [Fact]
    public async Task No_address_that_answers_is_unreachable_naming_each_and_why()
    {
        var server = await plane.Api(Ct);
        var dead = new Uri($"https://127.0.0.1:{FreePort.Take()}");
        using var transport = new HttpApiTransport(ConnectedApi.Connection(server.Kubeconfig) with { Servers = [dead] }, TimeProvider.System);
        var failure = await Assert.ThrowsAsync<ApiUnreachableException>(async () =>
            await new KubernetesClient(transport).List(Namespace.Resource, new ListRequest(), Ct));
        Assert.Equal($"the Kubernetes API cannot be reached at {dead}: connection refused; nothing listens there", failure.Message);
    }

    [Fact]
    public async Task Certificate_of_another_authority_is_refused_saying_so()
    {
        var server = await plane.Api(Ct);
        using var other = new Daytwo.LocalCluster.Pki.LocalAuthority(plane.Folder, "other-ca", TimeProvider.System);
        var connection = ConnectedApi.Connection(server.Kubeconfig) with { CertificateAuthority = PemSource.File(other.CertificateFile) };
        using var transport = new HttpApiTransport(connection, TimeProvider.System);
        var failure = await Assert.ThrowsAsync<ApiUnreachableException>(async () =>
            await new KubernetesClient(transport).List(Namespace.Resource, new ListRequest(), Ct));
        Assert.Contains($"is not signed by {other.CertificateFile}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_that_the_certificate_lacks_is_refused_unless_tls_server_name_says_another()
    {
        var server = await plane.Api(Ct);
        var connection = ConnectedApi.Connection(server.Kubeconfig);
        using var wrong = new HttpApiTransport(connection with { TlsServerName = "kubernetes.example" }, TimeProvider.System);
        var failure = await Assert.ThrowsAsync<ApiUnreachableException>(async () =>
            await new KubernetesClient(wrong).List(Namespace.Resource, new ListRequest(), Ct));
        Assert.Contains("is for other names: localhost, kubernetes", failure.Message, StringComparison.Ordinal);

        using var right = new HttpApiTransport(connection with { TlsServerName = "kubernetes.default.svc" }, TimeProvider.System);
        Assert.NotEmpty((await new KubernetesClient(right).List(Namespace.Resource, new ListRequest(), Ct)).Required().Items);
    }

    [Fact]
    public async Task Client_certificate_renewed_on_disk_is_used_without_a_restart()
    {
        var server = await plane.Api(Ct);
        var short1 = server.Authority.Issue("rotated-1", "O=system:masters, CN=rotated-1");
        var short2 = server.Authority.Issue("rotated-2", "O=system:masters, CN=rotated-2");
        var (certificate, key) = (Path.Combine(plane.Folder, "rotated.crt"), Path.Combine(plane.Folder, "rotated.key"));
        File.Copy(short1.Certificate, certificate, overwrite: true);
        File.Copy(short1.Key, key, overwrite: true);
        var time = new SkippingTime();
        var credentials = new ClientCertificateFiles(PemSource.File(certificate), PemSource.File(key), time);
        using var transport = new HttpApiTransport(ConnectedApi.Connection(server.Kubeconfig) with { Credentials = credentials }, time);
        Assert.Equal("rotated-1", await WhoAmI(transport));

        File.Copy(short2.Certificate, certificate, overwrite: true);
        time.Skip(TimeSpan.FromSeconds(11));
        Assert.Equal("rotated-1", await WhoAmI(transport)); // certificate and key do not fit together yet
        File.Copy(short2.Key, key, overwrite: true);
        time.Skip(TimeSpan.FromSeconds(11));
        Assert.Equal("rotated-2", await WhoAmI(transport));
    }

    [Fact]
    public async Task Authority_renewed_on_disk_is_believed_without_a_restart()
    {
        var server = await plane.Api(Ct);
        using var other = new Daytwo.LocalCluster.Pki.LocalAuthority(plane.Folder, "former-ca", TimeProvider.System);
        var bundle = Path.Combine(plane.Folder, "bundle.crt");
        File.Copy(other.CertificateFile, bundle, overwrite: true);
        var time = new SkippingTime();
        var connection = ConnectedApi.Connection(server.Kubeconfig) with { CertificateAuthority = PemSource.File(bundle) };
        using var transport = new HttpApiTransport(connection, time);
        await Assert.ThrowsAsync<ApiUnreachableException>(() => WhoAmI(transport));

        await File.AppendAllTextAsync(bundle, "\n" + await File.ReadAllTextAsync(server.Authority.CertificateFile, Ct), Ct);
        time.Skip(TimeSpan.FromSeconds(11));
        Assert.Equal("admin", await WhoAmI(transport));
    }

    [Fact]
    public async Task Refused_token_file_is_read_again_at_once()
    {
        var server = await plane.Api(Ct);
        var path = Path.Combine(plane.Folder, "token");
        await File.WriteAllTextAsync(path, "not-a-token", Ct);
        var connection = ConnectedApi.Connection(server.Kubeconfig) with { Credentials = new TokenFile(path, TimeProvider.System) };
        using var transport = new HttpApiTransport(connection, TimeProvider.System);
        var refused = await new KubernetesClient(transport).List(Namespace.Resource, new ListRequest(), Ct);
        Assert.Equal(ApiErrorKind.Unauthorized, refused.Error!.Kind);

        await File.WriteAllTextAsync(path, await TokenOf(server.Kubeconfig, "default"), Ct);
        var forbidden = await new KubernetesClient(transport).List(Namespace.Resource, new ListRequest(), Ct);
        Assert.Equal(ApiErrorKind.Forbidden, forbidden.Error!.Kind);
        Assert.Contains("system:serviceaccount:default:", forbidden.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_of_a_killed_apiserver_breaks_off_and_the_next_one_goes_to_its_sibling()
    {
        var etcd = await plane.Etcd(Ct);
        var first = await plane.Api(Ct);
        await using var second = await Daytwo.LocalCluster.Servers.ApiServer.Start(
            Programs.Require("kube-apiserver"), etcd, plane.Folder, TimeProvider.System, Ct, sibling: first);
        var connection = ConnectedApi.Connection(first.Kubeconfig) with { Servers = [new Uri(second.Url), new Uri(first.Url)] };
        using var transport = new HttpApiTransport(connection, TimeProvider.System);
        var client = new KubernetesClient(transport);
        var request = new WatchRequest { SendInitialEvents = true };
        await Assert.ThrowsAsync<ApiUnreachableException>(async () =>
        {
            await foreach (var e in client.Watch(Namespace.Resource, request, Ct))
            {
                if (e.InitialEventsEnd)
                {
                    await second.Kill();
                }
            }
        });
        await foreach (var e in client.Watch(Namespace.Resource, request, Ct))
        {
            Assert.Null(e.Error);
            break;
        }
    }

    private static async Task<string> WhoAmI(HttpApiTransport transport)
    {
        var answer = await Post(transport, "/apis/authentication.k8s.io/v1/selfsubjectreviews", """{"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"}""");
        return answer["status"]!["userInfo"]!["username"]!.GetValue<string>();
    }

    private static async Task<string> TokenOf(string kubeconfig, string ns)
    {
        using var transport = new HttpApiTransport(ConnectedApi.Connection(kubeconfig), TimeProvider.System);
        await Post(transport, $"/api/v1/namespaces/{ns}/serviceaccounts", """{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"token-test"}}""");
        var answer = await Post(transport, $"/api/v1/namespaces/{ns}/serviceaccounts/token-test/token", """{"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","spec":{}}""");
        return answer["status"]!["token"]!.GetValue<string>();
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Post(HttpApiTransport transport, string path, string body)
    {
        var request = new ApiRequest(HttpMethod.Post, path) { Body = System.Text.Encoding.UTF8.GetBytes(body), ContentType = "application/json" };
        await using var response = await transport.Send(request, Ct);
        return (await System.Text.Json.Nodes.JsonNode.ParseAsync(response.Body, cancellationToken: Ct))!;
    }
}
