using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours;

/// <summary>The rule that objects marked <c>immutable: true</c> keep the mark and their data.</summary>
internal static class ImmutableData
{
    public static IEnumerable<FieldError> Check(JsonObject value, JsonObject? existing, params string[] fields)
    {
        if (!existing.Flag("immutable"))
        {
            yield break;
        }

        if (!value.Flag("immutable"))
        {
            yield return FieldError.Forbidden(new FieldPath("immutable"), "field is immutable when `immutable` is set");
        }

        foreach (var field in fields.Where(f => !JsonNode.DeepEquals(existing![f], value[f])))
        {
            yield return FieldError.Forbidden(new FieldPath(field), "field is immutable when `immutable` is set");
        }
    }
}
