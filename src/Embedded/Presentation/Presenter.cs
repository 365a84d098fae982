using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Reading;
using Daytwo.Embedded.Routing;

namespace Daytwo.Embedded.Presentation;

/// <summary>Shows objects and lists in the representation a client asked for.</summary>
/// <param name="includeObject">What tables carry beside the cells: None, Metadata or Object.</param>
internal sealed class Presenter(KindDefinition kind, Accepted representation, string includeObject, TimeProvider clock)
{
    private readonly TableBuilder table = new(kind, includeObject, clock);

    /// <param name="stored">An object in stored form.</param>
    public JsonNode Object(JsonObject stored) => representation switch
    {
        Accepted.Metadata => PartialMetadata.Of(VersionConversion.Served(kind, stored)),
        Accepted.Table => table.Of([VersionConversion.Served(kind, stored)], new JsonObject { ["resourceVersion"] = stored.ResourceVersion() }),
        _ => VersionConversion.Served(kind, stored),
    };

    public JsonNode List(ListPage page)
    {
        var metadata = Metadata(page);
        var served = page.Objects.Select(o => VersionConversion.Served(kind, o.Value));
        return representation switch
        {
            Accepted.Metadata => PartialMetadata.List(served, metadata),
            Accepted.Table => table.Of(served, metadata),
            _ => Plain(served, metadata),
        };
    }

    private JsonObject Plain(IEnumerable<JsonObject> served, JsonObject metadata)
    {
        var items = new JsonArray();
        foreach (var item in served)
        {
            if (kind.Custom is null)
            {
                item.Remove("apiVersion");
                item.Remove("kind");
            }

            items.Add((JsonNode)item);
        }

        return new JsonObject { ["kind"] = kind.ListKindName, ["apiVersion"] = kind.ApiVersion, ["metadata"] = metadata, ["items"] = items };
    }

    private static JsonObject Metadata(ListPage page)
    {
        var metadata = new JsonObject { ["resourceVersion"] = page.Revision.ToString(CultureInfo.InvariantCulture) };
        if (page.Continue.Length > 0)
        {
            metadata["continue"] = page.Continue;
        }

        if (page.Remaining is { } remaining)
        {
            metadata["remainingItemCount"] = remaining;
        }

        return metadata;
    }
}
