using System.Text.Json.Nodes;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>Smallest good objects to spoil.</summary>
internal static class SampleBackup
{
    public static JsonObject Scheduled(string name) => Create(name, """
        {"source":{"endpoints":{"urls":["https://10.0.0.10:2379"],"clientCertificateSecret":{"name":"etcd-client"}}},
         "schedule":"*/15 * * * *","store":{"s3":{"bucket":"etcd-backups","prefix":"prod"}}}
        """);

    public static JsonObject OneOff(string name) => Create(name, """
        {"source":{"endpoints":{"urls":["https://10.0.0.10:2379"],"clientCertificateSecret":{"name":"etcd-client"}}},
         "store":{"filesystem":{"directory":"/var/lib/daytwo/backups"}}}
        """);

    /// <summary>RFC 7396: null removes, objects merge, everything else replaces.</summary>
    public static JsonObject Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (key, value) in patch)
        {
            if (value is null)
            {
                target.Remove(key);
            }
            else
            {
                target[key] = value is JsonObject inner ? Merge(target[key]?.DeepClone() as JsonObject ?? [], inner) : value.DeepClone();
            }
        }

        return target;
    }

    private static JsonObject Create(string name, string spec) => new()
    {
        ["apiVersion"] = "daytwo.dev/v1alpha1",
        ["kind"] = "EtcdBackup",
        ["metadata"] = new JsonObject { ["name"] = name },
        ["spec"] = JsonNode.Parse(spec),
    };
}
