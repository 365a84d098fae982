using Daytwo.LocalCluster.Pki;

namespace Daytwo.LocalCluster.Servers;

/// <summary>Kubeconfig text for one cluster and one client certificate, with everything embedded so that it can be moved.</summary>
internal static class LocalKubeconfig
{
    public static string Text(string url, string authorityFile, KeyPairFiles client) => $"""
        apiVersion: v1
        kind: Config
        clusters:
        - name: daytwo-local
          cluster:
            server: {url}
            certificate-authority-data: {Encoded(authorityFile)}
        contexts:
        - name: daytwo-local
          context: {"{"}cluster: daytwo-local, user: daytwo-local{"}"}
        current-context: daytwo-local
        users:
        - name: daytwo-local
          user:
            client-certificate-data: {Encoded(client.Certificate)}
            client-key-data: {Encoded(client.Key)}

        """;

    private static string Encoded(string file) => Convert.ToBase64String(File.ReadAllBytes(file));
}
