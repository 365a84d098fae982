using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Credentials;
using Daytwo.Kubernetes.Tests.Support;

namespace Daytwo.Kubernetes.Tests.Configuration;

public sealed class KubeconfigTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kubeconfig_with_embedded_data_gives_server_authority_certificate_and_namespace()
    {
        var (certificate, key) = TestCertificates.Make("CN=me");
        var connection = Load($"""
            apiVersion: v1
            kind: Config
            current-context: c
            contexts:
            - name: c
              context: {"{"}cluster: k, user: u, namespace: ns{"}"}
            clusters:
            - name: k
              cluster:
                server: https://10.0.0.1:6443/prefix
                tls-server-name: kubernetes
                certificate-authority-data: {TestCertificates.Base64(certificate)}
            users:
            - name: u
              user:
                client-certificate-data: {TestCertificates.Base64(certificate)}
                client-key-data: {TestCertificates.Base64(key)}
            """);
        Assert.Equal(("https://10.0.0.1:6443/prefix", "ns", "kubernetes"), (connection.Servers.Single().AbsoluteUri, connection.Namespace, connection.TlsServerName));
        Assert.Equal(certificate, System.Text.Encoding.ASCII.GetString(connection.CertificateAuthority!.Read()));
        Assert.Equal("CN=me", (await connection.Credentials.Get(default)).Certificate!.Subject);
    }

    [Fact]
    public async Task Relative_paths_are_relative_to_the_file_that_says_them()
    {
        _folder.Write("deep/token.txt", "t0ken\n");
        _folder.Write("deep/ca.crt", "pem");
        var path = _folder.Write("deep/config", Simple("{tokenFile: token.txt}", "certificate-authority: ./ca.crt"));
        var connection = LoadFile(path);
        Assert.Equal("t0ken", (await connection.Credentials.Get(default)).BearerToken);
        Assert.Equal(Path.Combine(_folder.Path, "deep", "ca.crt"), connection.CertificateAuthority!.Name);
    }

    [Fact]
    public async Task Files_of_KUBECONFIG_are_merged_first_one_wins_and_missing_ones_are_skipped()
    {
        var first = _folder.Write("a", """
            current-context: c
            users: [{name: u, user: {token: first}}]
            contexts: [{name: c, context: {cluster: k, user: u}}]
            """);
        var second = _folder.Write("b", Simple("{token: second}"));
        var surroundings = Around(("KUBECONFIG", string.Join(Path.PathSeparator, _folder.File("none"), first, second)));
        var connection = ConnectionLoader.Load(new ConnectionRequest(), surroundings, TimeProvider.System);
        Assert.Equal("first", (await connection.Credentials.Get(default)).BearerToken);
        Assert.Equal("https://server/", connection.Servers.Single().AbsoluteUri);
    }

    [Fact]
    public void Without_a_kubeconfig_a_pods_own_connection_is_wanted_or_the_message_says_what_was_tried()
    {
        var failure = Assert.Throws<ConfigurationException>(() => ConnectionLoader.Load(new ConnectionRequest(), Around(), TimeProvider.System));
        Assert.Contains("KUBECONFIG is not set", failure.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.File(".kube/config"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_asked_for_replace_the_configured_one()
    {
        Uri[] servers = [new("https://a"), new("https://b")];
        var request = new ConnectionRequest { KubeconfigPath = _folder.Write("f", Simple("{token: t}")), Servers = servers };
        Assert.Equal(servers, ConnectionLoader.Load(request, Around(), TimeProvider.System).Servers);
    }

    [Fact]
    public async Task Exec_plugin_beside_the_kubeconfig_gives_the_token_and_is_told_the_cluster()
    {
        var plugin = _folder.Write("plugin", """
            #!/bin/sh
            case "$KUBERNETES_EXEC_INFO" in *'"cluster":{"server":"https://server"}'*) ;; *) echo "no cluster" >&2; exit 1;; esac
            echo "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"$1-$WHO\"}}"
            """.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var connection = Load(Simple(
            "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin, args: [a], env: [{name: WHO, value: me}], provideClusterInfo: true, interactiveMode: IfAvailable}}"));
        Assert.Equal("a-me", (await connection.Credentials.Get(TestContext.Current.CancellationToken)).BearerToken);
    }

    [Fact]
    public void Impersonation_is_taken_over_whole()
    {
        var connection = Load(Simple("{token: t, as: jane, as-uid: '7', as-groups: [a, b], as-user-extra: {scope: [x, z]}}"));
        Assert.Equal(("jane", "7"), (connection.Impersonation!.User, connection.Impersonation.Uid));
        Assert.Equal(["a", "b"], connection.Impersonation.Groups);
        Assert.Equal(["x", "z"], connection.Impersonation.Extra["scope"]);
    }

    [Theory]
    [InlineData("{username: a, password: b}", "uses username and password")]
    [InlineData("{auth-provider: {name: gcp}}", "uses auth-provider")]
    [InlineData("{client-key: k}", "has a client-key without client-certificate")]
    [InlineData("{client-certificate: c}", "has a client-certificate without client-key")]
    [InlineData("{client-certificate-data: '%', client-key: k}", "users \"u\".client-certificate-data is no base64")]
    [InlineData("{as-groups: [a]}", "without as")]
    [InlineData("{exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: x}}", "v1 or v1beta1 is allowed")]
    [InlineData("{exec: {apiVersion: client.authentication.k8s.io/v1}}", "exec.command is missing")]
    [InlineData("{exec: {apiVersion: client.authentication.k8s.io/v1, command: x, interactiveMode: Always}}", "must talk to the user")]
    [InlineData("{token: t, exec: {apiVersion: client.authentication.k8s.io/v1, command: x}}", "both exec and other credentials")]
    [InlineData("{token: 123}", "wrong type at $.users[0].user.token")]
    public void User_that_cannot_work_is_refused_saying_why(string user, string why) =>
        Assert.Contains(why, Assert.Throws<ConfigurationException>(() => Load(Simple(user))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("server: 'ftp://x'", "is no http or https address")]
    [InlineData("insecure-skip-tls-verify: true, certificate-authority: x", "only one can be meant")]
    [InlineData("proxy-url: 'gopher://x'", "is no http, https or socks5 address")]
    public void Cluster_that_cannot_work_is_refused_saying_why(string cluster, string why) =>
        Assert.Contains(why, Assert.Throws<ConfigurationException>(() => Load(Simple("{token: t}", cluster))).Message, StringComparison.Ordinal);

    [Fact]
    public void Missing_entries_are_refused_naming_those_that_exist()
    {
        Assert.Contains("has no context \"x\"; it has c", Refusal(Simple("{}"), "x"), StringComparison.Ordinal);
        Assert.Contains("has no current-context; choose one of c", Refusal("contexts: [{name: c, context: {}}]"), StringComparison.Ordinal);
        Assert.Contains("has no cluster \"k\"; it has none", Refusal("{current-context: c, contexts: [{name: c, context: {cluster: k}}]}"), StringComparison.Ordinal);
        Assert.Contains("holds 2 YAML documents", Refusal("a: 1\n---\nb: 2"), StringComparison.Ordinal);
        Assert.Contains("line 2", Refusal("a: 1\na: 2"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pod_gives_addresses_token_and_namespace()
    {
        _folder.Write("token", "t");
        _folder.Write("namespace", "here\n");
        var around = Around(("KUBERNETES_SERVICE_HOST", "fd00::1"), ("KUBERNETES_SERVICE_PORT", "443"));
        Assert.True(InClusterConfiguration.IsInCluster(around, _folder.Path));
        var connection = InClusterConfiguration.Load(around, TimeProvider.System, _folder.Path);
        Assert.Equal(("https://[fd00::1]/", "here"), (connection.Servers.Single().AbsoluteUri, connection.Namespace));
        Assert.IsType<TokenFile>(connection.Credentials);
    }

    private static string Simple(string user, string cluster = "server: 'https://server'")
    {
        var members = cluster.Contains("server:", StringComparison.Ordinal) ? cluster : "server: 'https://server', " + cluster;
        return string.Join('\n', [
            "current-context: c",
            "contexts: [{name: c, context: {cluster: k, user: u}}]",
            "clusters: [{name: k, cluster: {" + members + "}}]",
            "users: [{name: u, user: " + user + "}]",
        ]);
    }

    private Surroundings Around(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(v => v.Name == name).Value, _folder.Path);

    private ClusterConnection Load(string text) => LoadFile(_folder.Write("config", text));

    private ClusterConnection LoadFile(string path, string? context = null) =>
        ConnectionLoader.Load(new ConnectionRequest { KubeconfigPath = path, Context = context }, Around(), TimeProvider.System);

    private string Refusal(string text, string? context = null) =>
        Assert.Throws<ConfigurationException>(() => LoadFile(_folder.Write("config", text), context)).Message;
}
