using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>The changes of an object at places that a rule may look at: of what is there, and of what its schema knows and it lacks.</summary>
internal sealed class EdgeChanges(JsonObject origin, RuleWords words, IReadOnlyList<SchemaField> fields)
{
    public IEnumerable<EdgeChange> All() => [.. Existing(), .. Absent(), .. Labels()];

    private IEnumerable<EdgeChange> Existing() =>
        from path in JsonPath.All(origin)
        where !IsIdentity(path)
        let current = path.Get(origin)
        let field = fields.FirstOrDefault(field => field.IsAt(path))
        from change in (EdgeChange[])
        [
            new EdgeChange($"{path} missing", path, Rank(path), path.Remove),
            .. EdgeValues.Like(current).Concat(field is null ? [] : EdgeValues.Of(field, words.Texts)).Concat(EdgeValues.Unlike(current)).Select(edge => Replacing(path, edge)),
        ]
        select change;

    private IEnumerable<EdgeChange> Absent() =>
        from field in fields
        from place in field.MissingIn(origin)
        from edge in EdgeValues.Of(field, words.Texts)
        select new EdgeChange($"{place} {edge.What}", place, Rank(place), json => SchemaField.Put(json, place, edge.Value?.DeepClone()));

    /// <summary>Labels and annotations are keyed by whatever a rule writes as a text.</summary>
    private IEnumerable<EdgeChange> Labels() =>
        from map in (string[])["labels", "annotations"]
        where words.Names.Contains(map)
        from key in words.Texts
        from value in (string[])["", "a", "A-1"]
        let place = JsonPath.Root.Then("metadata").Then(map).Then(key)
        select new EdgeChange($"{place} \"{value}\"", place, 2, json => SchemaField.Put(json, place, value));

    private EdgeChange Replacing(JsonPath path, (string What, JsonNode? Value) edge) =>
        new($"{path} {edge.What}", path, Rank(path), json => path.Set(json, edge.Value?.DeepClone()));

    private int Rank(JsonPath path) =>
        IsLabel(path) || path.Steps.OfType<string>().All(name => name == "metadata" || words.Names.Contains(name)) ? 2 : words.Names.Contains(path.Name) ? 1 : 0;

    private static bool IsIdentity(JsonPath path) => path.Steps is ["apiVersion" or "kind", ..] or ["metadata", "name" or "namespace"] or ["metadata"];

    private bool IsLabel(JsonPath path) =>
        path.Steps is ["metadata", "labels" or "annotations", string key] && (words.Names.Contains(key) || words.Texts.Contains(key));
}
