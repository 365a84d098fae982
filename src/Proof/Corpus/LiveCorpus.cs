using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Proof.Corpus;

/// <summary>What a cluster holds, page by page: each object created anew under another name, changed by a label, and deleted, as far as the rule asks for it.</summary>
internal static class LiveCorpus
{
    private const int PageSize = 500;
    private const int LongestName = 50;

    /// <param name="most">The most objects of each resource.</param>
    public static async IAsyncEnumerable<CorpusItem> Read(
        KubernetesClient client, AdmissionRule rule, IReadOnlyList<ResourceType> types, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var type in types)
        {
            await foreach (var stored in Objects(client, type, most, ct))
            {
                foreach (var item in Requests(rule.Spec.Match, type, stored))
                {
                    yield return item;
                }
            }
        }
    }

    /// <summary>Objects of a resource in pages, so that memory does not grow with the cluster.</summary>
    public static async IAsyncEnumerable<JsonObject> Objects(KubernetesClient client, ResourceType type, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        var (next, seen) = ((string?)null, 0);
        do
        {
            var page = (await client.List(DynamicObject.Resource(type), new ListRequest { Limit = Math.Min(PageSize, most), Continue = next }, ct)).Required();
            foreach (var item in page.Items.Take(most - seen))
            {
                seen++;
                item.Json["apiVersion"] = type.ApiVersion;
                item.Json["kind"] = type.Kind;
                yield return item.Json;
            }

            next = page.Continue;
        }
        while (!string.IsNullOrEmpty(next) && seen < most);
    }

    internal static IEnumerable<CorpusItem> Requests(RuleMatch match, ResourceType type, JsonObject stored)
    {
        var (ns, name) = (stored.Text("metadata", "namespace"), stored.Text("metadata", "name")!);
        if (MatchedTypes.Has(match, type, AdmissionOperation.Create))
        {
            var fresh = LiveObject.Fresh(stored);
            var other = (name.Length > LongestName ? name[..LongestName].TrimEnd('-', '.') : name) + "-compare";
            fresh["metadata"]!["name"] = other;
            yield return new CorpusItem("live, anew", AdmissionOperation.Create, type, ns, other, fresh);
        }

        if (MatchedTypes.Has(match, type, AdmissionOperation.Update))
        {
            var changed = LiveObject.Redact(stored);
            changed.Within("metadata").Within("labels")[ComparedCopy.Label] = "changed";
            changed.Within("metadata").Remove("managedFields");
            // Controllers may write meanwhile; a conflict would say nothing about the rule.
            changed.Within("metadata").Remove("resourceVersion");
            yield return new CorpusItem("live, label added", AdmissionOperation.Update, type, ns, name, changed);
        }

        if (MatchedTypes.Has(match, type, AdmissionOperation.Delete))
        {
            yield return new CorpusItem("live", AdmissionOperation.Delete, type, ns, name, null);
        }
    }
}
