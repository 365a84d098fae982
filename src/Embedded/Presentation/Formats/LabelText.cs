using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Labels and label selectors as text.</summary>
internal static class LabelText
{
    public static string Map(JsonObject? labels) => labels is null or { Count: 0 } ? "<none>" : Pairs(labels);

    /// <summary>A selector with matchLabels and matchExpressions, or plain labels.</summary>
    public static string Selector(JsonObject? selector)
    {
        if (selector is null or { Count: 0 })
        {
            return "<none>";
        }

        var labels = selector.Child("matchLabels") is { Count: > 0 } map ? Pairs(map) : "";
        var parts = selector.Items("matchExpressions").Select(Expression).Prepend(labels);
        return string.Join(',', parts.Where(p => p.Length > 0)) is { Length: > 0 } text ? text : "<none>";
    }

    private static string Pairs(JsonObject labels) =>
        string.Join(',', labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"));

    private static string Expression(JsonObject expression)
    {
        var key = expression.Text("key");
        var values = string.Join(',', expression.Texts("values").Order(StringComparer.Ordinal));
        return expression.Text("operator") switch
        {
            "In" => $"{key} in ({values})",
            "NotIn" => $"{key} notin ({values})",
            "Exists" => key,
            _ => "!" + key,
        };
    }
}
