using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Selectors;

/// <summary>Requirements on fields that must all hold.</summary>
internal sealed record FieldSelector(IReadOnlyList<FieldRequirement> Requirements)
{
    public static readonly FieldSelector Everything = new([]);

    /// <summary>The one name it allows, when it asks for a name.</summary>
    public string? Name => Requirements.FirstOrDefault(r => r is { Field: "metadata.name", Negated: false })?.Value;

    /// <param name="value">An object in stored form.</param>
    public bool Matches(JsonObject value) => Requirements.All(r => Text(r, value) == r.Value != r.Negated);

    private static string Text(FieldRequirement requirement, JsonObject value) =>
        JsonPath.First(requirement.Path, value)?.ToString() is { Length: > 0 } text ? text : requirement.Fallback;
}
