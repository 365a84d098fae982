using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Proof.Corpus;

/// <summary>One request to send. Objects are not to be changed.</summary>
/// <param name="What">Where it came from and what is unusual about it, for people.</param>
/// <param name="Operation">Create, Update or Delete.</param>
/// <param name="Namespace">Null for kinds without namespaces.</param>
/// <param name="Object">What is sent; null for Delete.</param>
public sealed record CorpusItem(string What, AdmissionOperation Operation, ResourceType Type, string? Namespace, string Name, JsonObject? Object)
{
    public override string ToString() => $"{Operation.ToString().ToLowerInvariant()} {Type.Kind} {(Namespace is null ? "" : Namespace + "/")}{Name} ({What})";
}
