using System.Text.Json.Nodes;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Routing;

namespace Daytwo.Embedded.Discovery;

/// <summary>Answers requests that name no resource: versions, health, discovery.</summary>
internal sealed class DiscoveryHandler(KindRegistry kinds)
{
    private const string LocalAddress = "127.0.0.1";

    /// <summary>The answer, or null when the path is another's.</summary>
    public Reply? Answer(string[] path, string accept, QueryParameters query) => path switch
    {
        [] => Reply.Json(Paths()),
        ["version"] => Reply.Json(ServerVersion.Json()),
        ["healthz" or "livez" or "readyz", ..] => Reply.Text(Health(path, query)),
        ["api"] => Root(accept, core: true),
        ["apis"] => Root(accept, core: false),
        ["api", var version] => Found(LegacyDiscovery.Resources(kinds, "", version)),
        ["apis", var group] => Found(LegacyDiscovery.Group(kinds, group)),
        ["apis", var group, var version] => Found(LegacyDiscovery.Resources(kinds, group, version)),
        _ => null,
    };

    private static Reply Found(JsonObject? document) => document is null ? Reply.Text("404 page not found\n", 404) : Reply.Json(document);

    private Reply Root(string accept, bool core)
    {
        if (ContentNegotiation.Choose(accept).Refused(out var acceptance, out var fault))
        {
            return Reply.Refuse(fault);
        }

        return acceptance.Representation == Accepted.AggregatedDiscovery
            ? Reply.Bytes(JsonText.Utf8(AggregatedDiscovery.Groups(kinds, core)), contentType: AggregatedDiscovery.ContentType)
            : Reply.Json(core ? LegacyDiscovery.CoreVersions(LocalAddress) : LegacyDiscovery.Groups(kinds));
    }

    private static string Health(string[] path, QueryParameters query) =>
        query.Has("verbose") ? $"[+]ping ok\n[+]embedded-store ok\n{path[0]} check passed\n" : "ok";

    private JsonObject Paths()
    {
        var groups = kinds.All.Where(k => k.Group.Length > 0).SelectMany(k => (string[])[$"/apis/{k.Group}", $"/apis/{k.Group}/{k.Version}"]);
        var paths = groups.Concat(["/api", "/api/v1", "/apis", "/healthz", "/livez", "/readyz", "/openapi/v2", "/openapi/v3", "/version"]);
        return new JsonObject { ["paths"] = new JsonArray([.. paths.Distinct().Order(StringComparer.Ordinal).Select(p => (JsonNode)p)]) };
    }
}
