namespace Daytwo.Cluster.Tests.Support;

/// <summary>What apiservers announce of themselves, with addresses that a loopback is not allowed to have: a test says where each really is.</summary>
internal static class ApiServerSlice
{
    public static string Yaml(int apiServers) => $"""
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: kubernetes
          namespace: default
          labels:
            kubernetes.io/service-name: kubernetes
        addressType: IPv4
        ports:
          - name: https
            port: 6443
        endpoints:
        {string.Join('\n', Enumerable.Range(0, apiServers).Select(index => $"  - addresses: [{Address(index)}]"))}
        """;

    /// <summary>The address under which an apiserver is announced.</summary>
    public static string Address(int index) => $"192.0.2.{index + 1}";

    /// <summary>Which one is announced under an address.</summary>
    public static int Index(Uri announced) => announced.Host[^1] - '1';
}
