using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>One change of an object.</summary>
/// <param name="Place">Where.</param>
/// <param name="Rank">2: the rule names every field on the way there; 1: it names the field; 0: neither, so that it only makes other objects.</param>
internal sealed record EdgeChange(string What, JsonPath Place, int Rank, Action<JsonObject> Apply)
{
    /// <summary>Whether both touch the same value, so that one could undo the other.</summary>
    public bool Overlaps(EdgeChange other)
    {
        var (one, two) = (Place.Steps, other.Place.Steps);
        return one.Count <= two.Count ? two.Take(one.Count).SequenceEqual(one) : one.Take(two.Count).SequenceEqual(two);
    }
}
