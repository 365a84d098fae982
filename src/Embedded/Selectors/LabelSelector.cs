using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Selectors;

/// <summary>Requirements on labels that must all hold.</summary>
internal sealed record LabelSelector(IReadOnlyList<LabelRequirement> Requirements)
{
    public static readonly LabelSelector Everything = new([]);

    public static Answer<LabelSelector> Parse(string text) => text.Length == 0 ? Everything : new LabelSelectorParser(text).Parse();

    public bool Matches(JsonObject value)
    {
        if (Requirements.Count == 0)
        {
            return true;
        }

        var labels = value.Child("metadata").Child("labels");
        var map = labels is null
            ? []
            : labels.Where(l => l.Value?.GetValueKind() == JsonValueKind.String)
                .ToDictionary(l => l.Key, l => l.Value!.GetValue<string>(), StringComparer.Ordinal);
        return Requirements.All(r => r.Matches(map));
    }
}
