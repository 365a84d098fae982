using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Proof.Corpus;

/// <summary>Edge cases of every kind that a rule is about; pure, and the same for the same seed.</summary>
/// <param name="types">The resources that the API serves and the rule is about.</param>
/// <param name="documents">The OpenAPI document of each apiVersion that has one.</param>
/// <param name="origins">Objects to begin with, beside the built-in ones.</param>
internal sealed class GeneratedCorpus(
    AdmissionRule rule, IReadOnlyList<ResourceType> types, IReadOnlyDictionary<string, JsonNode> documents, IReadOnlyList<JsonObject> origins, string ns)
{
    /// <summary>The name of the objects that updates and deletions are about; whoever replays those stores them.</summary>
    public const string StoredName = "seed";

    private const string CreatedName = "case";
    private const int FewestChanges = 40;
    private const int MostChanges = 400;

    private static readonly AdmissionOperation[] Sent = [AdmissionOperation.Create, AdmissionOperation.Update, AdmissionOperation.Delete];

    /// <summary>Objects that must be stored for updates and deletions to be about something.</summary>
    public IEnumerable<CorpusItem> Stored() =>
        from type in types
        where Asks(type, AdmissionOperation.Update) || Asks(type, AdmissionOperation.Delete)
        let seed = Seeds.Of(type.ApiVersion, type.Kind)
        where seed is not null
        select new CaseStream(type, AdmissionOperation.Create, Home(type), StoredName, null).Item(new EdgeCase("stored", seed));

    /// <summary>Streams of cases, one for each object and operation; none when the rule is about no kind that objects are known of.</summary>
    /// <param name="count">How many requests are wanted of all together.</param>
    /// <param name="stored">Whether what <see cref="Stored"/> gives is there, so that there can be updates and deletions.</param>
    public IReadOnlyList<CaseStream> Streams(int count, int seed, bool stored)
    {
        var words = RuleWords.Of(rule.Spec);
        var plans = (
            from type in types
            from origin in Origins(type)
            from operation in Sent
            where Asks(type, operation) && (stored || operation == AdmissionOperation.Create)
            select (type, origin, operation)).ToList();
        var most = Math.Clamp(2 * count / Math.Max(1, plans.Count), FewestChanges, MostChanges);
        return
        [
            .. plans.Select(plan => new CaseStream(
                plan.type, plan.operation, Home(plan.type), plan.operation == AdmissionOperation.Create ? CreatedName : StoredName,
                plan.operation == AdmissionOperation.Delete ? null : new EdgeCases(plan.origin, words, Fields(plan.type, words), seed, most))),
        ];
    }

    private IReadOnlyList<SchemaField> Fields(ResourceType type, RuleWords words) =>
        documents.TryGetValue(type.ApiVersion, out var document) ? KindSchema.Fields(document, type.Kind, words.Names) : [];

    private IEnumerable<JsonObject> Origins(ResourceType type)
    {
        var given = origins.Where(origin => origin.Text("apiVersion") == type.ApiVersion && origin.Text("kind") == type.Kind).Select(LiveObject.Fresh);
        return Seeds.Of(type.ApiVersion, type.Kind) is { } seed ? given.Prepend(seed) : given;
    }

    private bool Asks(ResourceType type, AdmissionOperation operation) => MatchedTypes.Has(rule.Spec.Match, type, operation);

    private string? Home(ResourceType type) => type.Namespaced ? ns : null;
}
