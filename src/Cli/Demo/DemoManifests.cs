using System.Security.Cryptography;
using System.Text;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cli.Demo;

/// <summary>The objects a user would write for this cluster: Secrets, a scheduled EtcdBackup and a one-off.</summary>
internal static class DemoManifests
{
    public const string Scheduled = "every-minute";
    public const string Once = "before-the-upgrade";
    public const string TagRule = "fixed-tags";
    public const string LimitRule = "memory-limits";

    /// <summary>Two rules for Deployments: one that the API itself evaluates, one that a webhook does.</summary>
    public const string Rules = $$"""
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata:
          name: {{TagRule}}
        spec:
          outlet: Policy
          match:
            resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}]
          validations:
            - expression: object.spec.template.spec.containers.all(c, c.image.contains(':') && !c.image.endsWith(':latest'))
              message: images need a fixed tag, such as nginx:1.29
        ---
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata:
          name: {{LimitRule}}
        spec:
          outlet: Webhook
          match:
            resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}]
          validations:
            - expression: object.spec.template.spec.containers.all(c, has(c.resources) && has(c.resources.limits) && 'memory' in c.resources.limits)
              message: containers need a memory limit
              messageExpression: >-
                'containers need a memory limit: ' + object.spec.template.spec.containers
                .filter(c, !has(c.resources.limits) || !('memory' in c.resources.limits)).map(c, c.name).join(', ')

        """;

    /// <summary>The Secrets that hold what the operator may know.</summary>
    public static string Secrets(EtcdCluster etcd, DemoStore store) => $"""
        apiVersion: v1
        kind: Secret
        metadata: {"{"}name: demo-etcd, namespace: daytwo-system{"}"}
        data:
          ca.crt: {Encoded(File.ReadAllBytes(etcd.AuthorityFile))}
          tls.crt: {Encoded(File.ReadAllBytes(etcd.Client.Certificate))}
          tls.key: {Encoded(File.ReadAllBytes(etcd.Client.Key))}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {"{"}name: demo-backup-key, namespace: daytwo-system{"}"}
        data:
          encryption.key: {Encoded(Encoding.ASCII.GetBytes(Encoded(RandomNumberGenerator.GetBytes(32))))}

        """ + store.Secrets();

    /// <summary>The backups asked for.</summary>
    public static string Backups(EtcdCluster etcd, DemoStore store) => $"""
        apiVersion: daytwo.dev/v1alpha1
        kind: EtcdBackup
        metadata:
          name: {Scheduled}
        spec:
          schedule: "* * * * *"
          source:
            endpoints:
              urls: ["{string.Join("\", \"", etcd.Endpoints)}"]
              clientCertificateSecret: {"{"}name: demo-etcd{"}"}
          store:
            {store.Spec("scheduled")}
          encryption:
            keySecret: {"{"}name: demo-backup-key{"}"}
          retention: {"{"}keepLast: 3{"}"}
        ---
        apiVersion: daytwo.dev/v1alpha1
        kind: EtcdBackup
        metadata:
          name: {Once}
        spec:
          source:
            endpoints:
              urls: ["{string.Join("\", \"", etcd.Endpoints)}"]
              clientCertificateSecret: {"{"}name: demo-etcd{"}"}
          store:
            {store.Spec("once")}

        """;

    private static string Encoded(byte[] bytes) => Convert.ToBase64String(bytes);
}
