using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Presentation;

/// <summary>Builds tables of a kind's objects for people to read.</summary>
internal sealed class TableBuilder(KindDefinition kind, string includeObject, TimeProvider clock)
{
    /// <summary>A table; without columns when its reader has them already.</summary>
    public JsonObject Of(IEnumerable<JsonObject> served, JsonObject metadata, bool columns = true)
    {
        var rows = new JsonArray();
        foreach (var value in served)
        {
            rows.Add((JsonNode)Row(value));
        }

        return new JsonObject
        {
            ["kind"] = "Table",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = metadata,
            ["columnDefinitions"] = columns ? new JsonArray([.. kind.Columns.Select(Column)]) : null,
            ["rows"] = rows,
        };
    }

    private JsonObject Row(JsonObject value)
    {
        var now = clock.GetUtcNow();
        var row = new JsonObject { ["cells"] = new JsonArray([.. kind.Columns.Select(c => Cells.Of(c, value, now))]) };
        row["object"] = includeObject switch
        {
            "None" => null,
            "Object" => value.DeepClone(),
            _ => PartialMetadata.Of(value),
        };

        return row;
    }

    private static JsonObject Column(ColumnDefinition column) => new()
    {
        ["name"] = column.Name,
        ["type"] = column.Type,
        ["format"] = column.Format ?? (column.Path == ".metadata.name" ? "name" : ""),
        ["description"] = column.Description,
        ["priority"] = column.Priority,
    };
}
