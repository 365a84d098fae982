using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Proof.Corpus;

/// <summary>Cases of one object and operation.</summary>
/// <param name="Namespace">Null for kinds without namespaces.</param>
/// <param name="Name">Of the objects sent.</param>
/// <param name="Cases">Null for deletions, which send no object.</param>
internal sealed record CaseStream(ResourceType Type, AdmissionOperation Operation, string? Namespace, string Name, EdgeCases? Cases)
{
    /// <summary>All requests there are.</summary>
    /// <param name="taken">The changes that the API takes alone.</param>
    public IEnumerable<CorpusItem> Generate(IReadOnlySet<EdgeChange> taken) => Cases is null ? [Item("stored", null)] : Cases.Generate(taken).Select(Item);

    /// <summary>The object as it is, and with each change alone, whatever the API makes of it.</summary>
    public IEnumerable<CorpusItem> Alone() => Cases is null ? [] : Cases.Changes.Select(change => Cases.With(change)).Prepend(Cases.AsItIs()).Select(Item);

    public CorpusItem Item(EdgeCase edge) => Item(edge.What, edge.Object);

    private CorpusItem Item(string what, JsonObject? json)
    {
        if (json is not null)
        {
            var metadata = json.Within("metadata");
            metadata["name"] = Name;
            metadata.Remove("namespace");
        }

        return new CorpusItem("generated: " + what, Operation, Type, Namespace, Name, json);
    }
}
