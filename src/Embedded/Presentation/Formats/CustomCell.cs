using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>The cell of a custom resource's column: the path's first value, shown by the column's type; null when there is none.</summary>
internal static class CustomCell
{
    public static JsonNode? Of(ColumnDefinition column, JsonObject value, DateTimeOffset now)
    {
        if (JsonPath.First(column.Path, value) is not { } found)
        {
            return null;
        }

        var kind = found.GetValueKind();
        return column.Type switch
        {
            "integer" => kind == JsonValueKind.Number ? Whole(found) : null,
            "number" => kind == JsonValueKind.Number ? found.DeepClone() : null,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False ? found.DeepClone() : null,
            "date" => kind == JsonValueKind.String ? Ages.Since(found.GetValue<string>(), now) : null,
            _ => found is JsonValue ? found.ToString() : found.ToJsonString(),
        };
    }

    private static long Whole(JsonNode number) => (long)double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);
}
