using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Presentation;
using Daytwo.Embedded.Routing;

namespace Daytwo.Embedded.Watching;

/// <summary>Writes watch events in the representation asked for, one JSON document a line.</summary>
internal sealed class WatchEventWriter(KindDefinition kind, Accepted representation, string includeObject, TimeProvider clock)
{
    private readonly TableBuilder table = new(kind, includeObject, clock);
    private bool columnsSent;

    /// <param name="type">ADDED, MODIFIED or DELETED.</param>
    /// <param name="stored">The object in stored form.</param>
    public byte[] Object(string type, JsonObject stored)
    {
        var served = VersionConversion.Served(kind, stored);
        return Line(type, representation switch
        {
            Accepted.Metadata => PartialMetadata.Of(served),
            Accepted.Table => Table(served),
            _ => served,
        });
    }

    /// <summary>Tells how far the watch has come.</summary>
    public byte[] Bookmark(long revision, bool initialEventsEnd)
    {
        var metadata = new JsonObject { ["resourceVersion"] = revision.ToString(CultureInfo.InvariantCulture) };
        if (initialEventsEnd)
        {
            metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        }

        var marker = new JsonObject { ["kind"] = kind.Kind, ["apiVersion"] = kind.ApiVersion, ["metadata"] = metadata };
        return Line("BOOKMARK", representation switch
        {
            Accepted.Metadata => PartialMetadata.Of(marker),
            Accepted.Table => table.Of([marker], new JsonObject { ["resourceVersion"] = metadata["resourceVersion"]!.DeepClone() }, Columns()),
            _ => marker,
        });
    }

    public static byte[] Error(JsonObject status) => Line("ERROR", status);

    private JsonObject Table(JsonObject served) => table.Of([served], new JsonObject { ["resourceVersion"] = served.ResourceVersion() }, Columns());

    /// <summary>Only the first table of a watch has columns.</summary>
    private bool Columns()
    {
        var first = !columnsSent;
        columnsSent = true;
        return first;
    }

    private static byte[] Line(string type, JsonNode value) => [.. JsonText.Utf8(new JsonObject { ["type"] = type, ["object"] = value }), (byte)'\n'];
}
