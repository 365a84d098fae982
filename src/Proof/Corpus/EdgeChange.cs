using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>One change of an object.</summary>
/// <param name="Place">Where.</param>
/// <param name="IsRead">Whether the rule reads every field on the way there, as far as its words tell.</param>
internal sealed record EdgeChange(string What, JsonPath Place, bool IsRead, Action<JsonObject> Apply)
{
    /// <summary>Whether both touch the same value, so that one could undo the other.</summary>
    public bool Overlaps(EdgeChange other)
    {
        var (one, two) = (Place.Steps, other.Place.Steps);
        return one.Count <= two.Count ? two.Take(one.Count).SequenceEqual(one) : one.Take(two.Count).SequenceEqual(two);
    }
}
