using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Discovery;
using Daytwo.Proof.Files;

namespace Daytwo.Proof.Corpus;

/// <summary>Objects of files, each to be created.</summary>
internal static class GivenCorpus
{
    /// <param name="ns">The namespace for namespaced objects that name none, and for those whose namespace the cluster does not have.</param>
    /// <param name="namespaces">What the cluster has.</param>
    public static IEnumerable<CorpusItem> Read(AdmissionRule rule, IEnumerable<FileObject> objects, ResourceCatalog catalog, string ns, IReadOnlySet<string> namespaces)
    {
        foreach (var item in objects)
        {
            var type = catalog.FindByKind(item.Json.Text("apiVersion")!, item.Json.Text("kind")!)?.Type;
            if (type is null || !MatchedTypes.Has(rule.Spec.Match, type, AdmissionOperation.Create))
            {
                continue;
            }

            var fresh = LiveObject.Fresh(item.Json);
            var metadata = fresh.Within("metadata");
            var name = metadata.Text("name") ?? "case";
            metadata["name"] = name;
            var place = !type.Namespaced ? null : metadata.Text("namespace") is { } named && namespaces.Contains(named) ? named : ns;
            metadata.Remove("namespace");
            yield return new CorpusItem(item.File, AdmissionOperation.Create, type, place, name, fresh);
        }
    }
}
