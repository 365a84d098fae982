using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Presentation.Formats;

namespace Daytwo.Embedded.Presentation;

/// <summary>Makes the cells of tables, by the formats that columns name.</summary>
internal static class Cells
{
    private static readonly Dictionary<string, CellFormat> ByName = new(StringComparer.Ordinal)
    {
        ["custom"] = CustomCell.Of,
        ["age"] = (c, v, now) => Ages.Since(Text(c, v), now),
        ["ageOrNone"] = (c, v, now) => Text(c, v) is { Length: > 0 } time ? Ages.Since(time, now) : "<none>",
        ["count"] = (c, v, _) => c.Path.Split(' ').Sum(p => Size(JsonPath.First(p, v))),
        ["number"] = (c, v, _) => (Text(c, v) is { Length: > 0 } n ? JsonNode.Parse(n) : 0),
        ["flag"] = (c, v, _) => Text(c, v) == "true",
        ["flagText"] = (c, v, _) => Text(c, v) switch { "true" => "True", "false" => "False", _ => "<unset>" },
        ["orNone"] = (c, v, _) => Or(Text(c, v), "<none>"),
        ["orUnknown"] = (c, v, _) => Or(Text(c, v), "<unknown>"),
        ["orUnset"] = (c, v, _) => Or(Text(c, v), "<unset>"),
        ["orNa"] = (c, v, _) => Or(Text(c, v), "N/A"),
        ["seconds"] = (c, v, _) => Text(c, v) is { Length: > 0 } s ? Ages.Span(TimeSpan.FromSeconds(long.Parse(s, null))) : "<none>",
        ["trimmed"] = (c, v, _) => Text(c, v).Trim(),
        ["fraction"] = (c, v, _) => string.Join('/', c.Path.Split(' ').Select(p => Or(JsonPath.First(p, v)?.ToString() ?? "", "0"))),
        ["labels"] = (c, v, _) => LabelText.Map(JsonPath.First(c.Path, v) as JsonObject),
        ["labelSelector"] = (c, v, _) => LabelText.Selector(JsonPath.First(c.Path, v) as JsonObject),
        ["names"] = (c, v, _) => Join(c, v, "name"),
        ["images"] = (c, v, _) => Join(c, v, "image"),
        ["accessModes"] = (c, v, _) => VolumeCells.AccessModes(JsonPath.First(c.Path, v) as JsonArray),
        ["phase"] = (_, v, _) => v.Terminating() ? "Terminating" : v.Child("status").Text("phase"),
        ["claimRef"] = (_, v, _) => VolumeCells.Claim(v),
        ["endpoints"] = (_, v, _) => ServiceCells.Endpoints(v),
        ["slicePorts"] = (_, v, _) => ServiceCells.SlicePorts(v),
        ["sliceEndpoints"] = (_, v, _) => ServiceCells.SliceEndpoints(v),
        ["serviceExternalIp"] = (_, v, _) => ServiceCells.ExternalIp(v),
        ["servicePorts"] = (_, v, _) => ServiceCells.Ports(v),
        ["ingressHosts"] = (_, v, _) => ServiceCells.IngressHosts(v),
        ["ingressAddress"] = (_, v, _) => ServiceCells.IngressAddress(v),
        ["ingressPorts"] = (_, v, _) => v.Child("spec").Items("tls").Any() ? "80, 443" : "80",
        ["ingressParameters"] = (_, v, _) => ServiceCells.IngressParameters(v),
        ["nodeStatus"] = (_, v, _) => NodeCells.Status(v),
        ["nodeRoles"] = (_, v, _) => NodeCells.Roles(v),
        ["nodeAddress"] = (c, v, _) => NodeCells.Address(v, c.Path),
        ["podReady"] = (_, v, _) => PodCells.Ready(v),
        ["podStatus"] = (_, v, _) => PodCells.Status(v),
        ["podRestarts"] = PodCells.Restarts,
        ["podReadinessGates"] = (_, v, _) => PodCells.ReadinessGates(v),
        ["jobStatus"] = (_, v, _) => JobCells.Status(v),
        ["jobCompletions"] = (_, v, _) => JobCells.Completions(v),
        ["jobDuration"] = (_, v, now) => JobCells.Duration(v, now),
        ["eventLastSeen"] = (_, v, now) => EventCells.LastSeen(v, now),
        ["eventFirstSeen"] = (_, v, now) => EventCells.FirstSeen(v, now),
        ["eventObject"] = (_, v, _) => EventCells.Object(v),
        ["eventSource"] = (_, v, _) => EventCells.Source(v),
        ["eventCount"] = (_, v, _) => EventCells.Count(v),
        ["roleRef"] = (_, v, _) => $"{v.Child("roleRef").Text("kind")}/{v.Child("roleRef").Text("name")}",
        ["subjects"] = (c, v, _) => AccessCells.Subjects(v, c.Path),
        ["csrCondition"] = (_, v, _) => AccessCells.RequestCondition(v),
        ["paramKind"] = (_, v, _) => AccessCells.ParamKind(v),
        ["paramRef"] = (_, v, _) => AccessCells.ParamRef(v),
        ["controller"] = (_, v, _) => AccessCells.Controller(v),
        ["quotaRequests"] = (_, v, _) => QuotaCells.Usage(v, limits: false),
        ["quotaLimits"] = (_, v, _) => QuotaCells.Usage(v, limits: true),
    };

    /// <summary>The cell of a column for an object in the served version.</summary>
    public static JsonNode? Of(ColumnDefinition column, JsonObject value, DateTimeOffset now) =>
        column.Cell is null ? JsonPath.First(column.Path, value)?.DeepClone() ?? "" : ByName[column.Cell](column, value, now);

    private static string Text(ColumnDefinition column, JsonObject value) => JsonPath.First(column.Path, value)?.ToString() ?? "";

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    private static int Size(JsonNode? node) => node switch
    {
        JsonObject map => map.Count,
        JsonArray list => list.Count,
        _ => 0,
    };

    private static string Join(ColumnDefinition column, JsonObject value, string field) =>
        string.Join(',', (JsonPath.First(column.Path, value) as JsonArray ?? []).OfType<JsonObject>().Select(c => c.Text(field)));
}
