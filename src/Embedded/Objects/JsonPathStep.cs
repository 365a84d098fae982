using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Objects;

/// <summary>One step of a path: from a value to those below it.</summary>
internal abstract record JsonPathStep
{
    public abstract IEnumerable<JsonNode> Apply(JsonNode node);

    internal sealed record Field(string Name) : JsonPathStep
    {
        public override IEnumerable<JsonNode> Apply(JsonNode node) => node is JsonObject map && map[Name] is { } value ? [value] : [];
    }

    internal sealed record Index(int Position) : JsonPathStep
    {
        public override IEnumerable<JsonNode> Apply(JsonNode node)
        {
            var list = node as JsonArray;
            var at = Position < 0 ? (list?.Count ?? 0) + Position : Position;
            return list is not null && at >= 0 && at < list.Count && list[at] is { } value ? [value] : [];
        }
    }

    internal sealed record All : JsonPathStep
    {
        public override IEnumerable<JsonNode> Apply(JsonNode node) => node switch
        {
            JsonArray list => list.OfType<JsonNode>(),
            JsonObject map => map.Select(p => p.Value).OfType<JsonNode>(),
            _ => [],
        };
    }

    /// <summary>The entries whose value at <paramref name="Path"/> equals, differs from, or (with no text) exists.</summary>
    internal sealed record Filter(JsonPath Path, string? Text, bool Negated) : JsonPathStep
    {
        public override IEnumerable<JsonNode> Apply(JsonNode node) => node is JsonArray list ? list.OfType<JsonNode>().Where(Matches) : [];

        private bool Matches(JsonNode entry)
        {
            var found = Path.Find(entry).FirstOrDefault();
            return found is not null && (Text is null || found.ToString() == Text != Negated);
        }
    }
}
