using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>
/// Changes an object at the places that a rule may look at. Most cases have changes that the API takes, alone and several at a time; every
/// fifth has one that it refuses. Deterministic: the same object, words, fields and seed give the same cases.
/// </summary>
internal sealed class EdgeCases
{
    private const int BrokenEvery = 5;
    private const int MostTogether = 4;
    private const int MostTries = 200;

    private readonly JsonObject _origin;
    private readonly int _seed;

    /// <param name="fields">What the kind's schema says of fields with names that the rule has.</param>
    /// <param name="most">The most changes to try; those of what the rule reads go first, those of what it does not name fill up.</param>
    public EdgeCases(JsonObject origin, RuleWords words, IReadOnlyList<SchemaField> fields, int seed, int most = int.MaxValue)
    {
        (_origin, _seed) = (origin, seed);
        var all = new EdgeChanges(origin, words, fields).All().DistinctBy(change => change.What).ToArray();
        new Random(seed).Shuffle(all);
        Changes = [.. all.OrderByDescending(change => change.Rank).Take(most)];
    }

    /// <summary>Changes to try, each alone.</summary>
    public IReadOnlyList<EdgeChange> Changes { get; }

    public EdgeCase AsItIs() => With() with { What = "as it is" };

    public EdgeCase With(params IReadOnlyList<EdgeChange> changes)
    {
        var copy = _origin.DeepClone().AsObject();
        foreach (var change in changes)
        {
            change.Apply(copy);
        }

        return new EdgeCase(string.Join("; ", changes.Select(change => change.What)), copy);
    }

    /// <summary>Cases as long as there are new ones.</summary>
    /// <param name="taken">Those of <see cref="Changes"/> that the API takes alone.</param>
    public IEnumerable<EdgeCase> Generate(IReadOnlySet<EdgeChange> taken)
    {
        yield return AsItIs();
        yield return Huge();
        var random = new Random(_seed);
        var (sound, broken) = (Changes.Where(taken.Contains).ToArray(), Changes.Where(change => !taken.Contains(change)).ToArray());
        var (soundAlone, brokenAlone) = (new Queue<EdgeChange>(sound), new Queue<EdgeChange>(broken));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; ; number++)
        {
            var (alone, others) = number % BrokenEvery == 0 && broken.Length > 0 ? (brokenAlone, broken) : (soundAlone, []);
            var changes = alone.TryDequeue(out var one) ? [one] : Together(random, sound, others, seen);
            if (changes is null)
            {
                yield break;
            }

            yield return With(changes);
        }
    }

    /// <summary>Changes of different places that were not together before; null when none are found.</summary>
    /// <param name="broken">One of them is to be among the changes; none for sound ones only.</param>
    private static EdgeChange[]? Together(Random random, EdgeChange[] sound, EdgeChange[] broken, HashSet<string> seen)
    {
        for (var tries = 0; tries < MostTries && sound.Length > 0; tries++)
        {
            List<EdgeChange> chosen = broken.Length == 0 ? [] : [broken[random.Next(broken.Length)]];
            for (var left = random.Next(2, MostTogether + 1); left > 0; left--)
            {
                var change = sound[random.Next(sound.Length)];
                if (!chosen.Any(change.Overlaps))
                {
                    chosen.Add(change);
                }
            }

            if (chosen.Count > 1 && seen.Add(string.Join(';', chosen.Select(change => change.What).Order(StringComparer.Ordinal))))
            {
                return [.. chosen];
            }
        }

        return null;
    }

    private EdgeCase Huge()
    {
        // Annotations may have 256 KiB together; a map of data has the room of the whole object.
        var huge = With() with { What = "huge" };
        if (huge.Object["data"] is JsonObject data)
        {
            data["huge"] = EdgeValues.Huge();
        }
        else
        {
            huge.Object.Within("metadata").Within("annotations")["huge"] = new string('x', 250_000);
        }

        return huge;
    }
}
