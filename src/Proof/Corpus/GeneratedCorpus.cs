using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Proof.Corpus;

/// <summary>Edge cases of every kind that a rule is about, taken in turn; pure, and the same for the same seed.</summary>
/// <param name="types">The resources that the API serves and the rule is about.</param>
/// <param name="documents">The OpenAPI document of each apiVersion that has one.</param>
/// <param name="origins">Objects to begin with, beside the built-in ones.</param>
internal sealed class GeneratedCorpus(
    AdmissionRule rule, IReadOnlyList<ResourceType> types, IReadOnlyDictionary<string, JsonNode> documents, IReadOnlyList<JsonObject> origins, string ns)
{
    /// <summary>The name of the objects that updates and deletions are about; whoever replays those stores them.</summary>
    public const string StoredName = "seed";

    private static readonly AdmissionOperation[] Sent = [AdmissionOperation.Create, AdmissionOperation.Update, AdmissionOperation.Delete];

    /// <summary>Objects that must be stored for updates and deletions to be about something.</summary>
    public IEnumerable<CorpusItem> Stored() =>
        types.Where(type => Seeds.Of(type.ApiVersion, type.Kind) is not null && (Asks(type, AdmissionOperation.Update) || Asks(type, AdmissionOperation.Delete)))
            .Select(type => Item("stored", AdmissionOperation.Create, type, Seeds.Of(type.ApiVersion, type.Kind), StoredName));

    /// <summary>As many requests as are asked for; fewer when the rule is about no kind that objects are known of.</summary>
    /// <param name="stored">Whether what <see cref="Stored"/> gives is there, so that there can be updates and deletions.</param>
    public IEnumerable<CorpusItem> Generate(int count, int seed, bool stored)
    {
        var words = RuleWords.Of(rule.Spec);
        var streams = Streams(words, seed, stored).Select(stream => stream.GetEnumerator()).ToList();
        for (var made = 0; made < count && streams.Count > 0;)
        {
            foreach (var stream in streams.ToList())
            {
                if (made == count)
                {
                    break;
                }

                if (stream.MoveNext())
                {
                    made++;
                    yield return stream.Current;
                }
                else
                {
                    streams.Remove(stream);
                }
            }
        }
    }

    private IEnumerable<IEnumerable<CorpusItem>> Streams(IReadOnlySet<string> words, int seed, bool stored)
    {
        foreach (var (type, origin) in types.SelectMany(type => Origins(type).Select(origin => (type, origin))))
        {
            var fields = documents.TryGetValue(type.ApiVersion, out var document) ? KindSchema.Fields(document, type.Kind, words) : [];
            var cases = new EdgeCases(origin, words, fields);
            foreach (var operation in Sent.Where(operation => Asks(type, operation) && (stored || operation == AdmissionOperation.Create)))
            {
                yield return operation == AdmissionOperation.Delete
                    ? [Item("stored", operation, type, null, StoredName)]
                    : cases.Generate(seed).Select(edge => Item(edge.What, operation, type, edge.Object, operation == AdmissionOperation.Create ? "case" : StoredName));
            }
        }
    }

    private IEnumerable<JsonObject> Origins(ResourceType type)
    {
        var given = origins.Where(origin => origin.Text("apiVersion") == type.ApiVersion && origin.Text("kind") == type.Kind).Select(LiveObject.Fresh);
        return Seeds.Of(type.ApiVersion, type.Kind) is { } seed ? given.Prepend(seed) : given;
    }

    private bool Asks(ResourceType type, AdmissionOperation operation) => MatchedTypes.Has(rule.Spec.Match, type, operation);

    private CorpusItem Item(string what, AdmissionOperation operation, ResourceType type, JsonObject? json, string name)
    {
        if (json is not null)
        {
            var metadata = json.Within("metadata");
            metadata["name"] = name;
            metadata.Remove("namespace");
        }

        return new CorpusItem("generated: " + what, operation, type, type.Namespaced ? ns : null, name, json);
    }
}
