using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Proof.Corpus;
using Daytwo.Rules;

namespace Daytwo.Proof.Judging;

/// <summary>Reads of a cluster what rules may ask for beside the request.</summary>
internal static class ClusterReading
{
    public static async Task ReadNamespaces(this GivenCluster cluster, KubernetesClient client, CancellationToken ct)
    {
        await foreach (var ns in LiveCorpus.Objects(client, Namespace.Resource.Type, int.MaxValue, ct))
        {
            ns.Within("metadata").Remove("managedFields");
            cluster.AddNamespace(ns);
        }
    }

    /// <summary>The ConfigMaps that are parameters of the rules.</summary>
    public static async Task ReadParameters(this GivenCluster cluster, KubernetesClient client, IEnumerable<AdmissionRule> rules, CancellationToken ct)
    {
        foreach (var reference in rules.Select(ParameterReference.Of).OfType<ParameterReference>().Distinct())
        {
            var request = new ListRequest { Namespace = reference.Namespace, FieldSelector = reference.FieldSelector, LabelSelector = reference.LabelSelector };
            foreach (var map in (await client.List(DynamicObject.Resource(ConfigMap.Resource.Type), request, ct)).Required().Items)
            {
                map.Json.Within("metadata").Remove("managedFields");
                cluster.AddConfigMap(map.Json);
            }
        }
    }
}
