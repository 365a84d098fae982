using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>
/// Changes an object at the places that a rule may look at: first each change alone, then several at a time without end.
/// Deterministic: the same object, words and seed give the same cases.
/// </summary>
internal sealed class EdgeCases(JsonObject origin, IReadOnlySet<string> words, IReadOnlyList<SchemaField> fields)
{
    private const int MostTogether = 4;

    // Nearer to the root, what is left is no object of its kind.
    private const int MildDepth = 3;

    private readonly IReadOnlyList<EdgeChange> _changes = [.. Existing(origin, words), .. Absent(origin, words, fields)];

    public IEnumerable<EdgeCase> Generate(int seed)
    {
        var random = new Random(seed);
        yield return new EdgeCase("as it is", Copy());
        if (_changes.Count > 0)
        {
            yield return new EdgeCase("huge", Huge());
        }

        var alone = _changes.ToArray();
        random.Shuffle(alone);
        foreach (var change in alone)
        {
            yield return With(change);
        }

        var mild = _changes.Where(change => change.Mild).ToList();
        while (mild.Count > 1)
        {
            yield return With([.. Enumerable.Range(0, random.Next(2, MostTogether + 1)).Select(_ => mild[random.Next(mild.Count)])]);
        }
    }

    private EdgeCase With(params EdgeChange[] changes)
    {
        var copy = Copy();
        foreach (var change in changes)
        {
            change.Apply(copy);
        }

        return new EdgeCase(string.Join("; ", changes.Select(change => change.What)), copy);
    }

    private JsonObject Copy() => origin.DeepClone().AsObject();

    private JsonObject Huge()
    {
        // Annotations may have 256 KiB together; a map of data has the room of the whole object.
        var copy = Copy();
        if (copy["data"] is JsonObject data)
        {
            data["huge"] = EdgeValues.Huge();
        }
        else
        {
            copy.Within("metadata").Within("annotations")["huge"] = new string('x', 250_000);
        }

        return copy;
    }

    private static IEnumerable<EdgeChange> Existing(JsonObject origin, IReadOnlySet<string> words) =>
        from path in JsonPath.All(origin)
        where IsTouched(path, words)
        let current = path.Get(origin)
        from change in (EdgeChange[])
        [
            new EdgeChange($"{path} missing", path.Steps.Count >= MildDepth, path.Remove),
            .. EdgeValues.Like(current).Select(edge => Replacing(path, edge, path.Steps.Count >= MildDepth)),
            .. EdgeValues.Unlike(current).Select(edge => Replacing(path, edge, mild: false)),
        ]
        select change;

    private static IEnumerable<EdgeChange> Absent(JsonObject origin, IReadOnlySet<string> words, IReadOnlyList<SchemaField> fields) =>
        from field in fields
        where words.Contains(field.Name)
        from place in field.MissingIn(origin)
        from edge in EdgeValues.OfType(field.Type).Concat(field.Allowed.Select(word => ($"\"{word}\"", (JsonNode?)word)))
        select new EdgeChange($"{place} {edge.Item1}", Mild: true, json => SchemaField.Put(json, place, edge.Item2?.DeepClone()));

    private static EdgeChange Replacing(JsonPath path, (string What, JsonNode? Value) edge, bool mild) =>
        new($"{path} {edge.What}", mild, json => path.Set(json, edge.Value?.DeepClone()));

    /// <summary>Identity stays; labels and annotations are keyed by whatever a rule writes as a text.</summary>
    private static bool IsTouched(JsonPath path, IReadOnlySet<string> words) =>
        path.Steps is not ["apiVersion" or "kind", ..] and not ["metadata", "name" or "namespace"] and not ["metadata"]
        && (words.Contains(path.Name) || path.Steps is ["metadata", "labels" or "annotations", ..] && words.Contains((string)path.Steps[1]));
}
