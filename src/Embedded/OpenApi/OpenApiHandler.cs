using Daytwo.Embedded.Api;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.OpenApi;

/// <summary>Answers <c>/openapi/…</c>. Documents are made anew when the served kinds change.</summary>
internal sealed class OpenApiHandler(KindRegistry kinds)
{
    private int revision = -1;
    private OpenApiCatalog catalog = new([]);

    /// <summary>The answer, or null when the path is another's.</summary>
    public Reply? Answer(string[] path) => path switch
    {
        ["openapi", "v2"] => Found(Current().Version2),
        ["openapi", "v3"] => Found(Current().Index),
        ["openapi", "v3", .. var document] => Found(Current().Find(string.Join('/', document))),
        _ => null,
    };

    private static Reply Found(OpenApiDocument? document) =>
        document is null ? Reply.Text("404 page not found\n", 404) : Reply.Bytes(document.Json.ToArray());

    private OpenApiCatalog Current()
    {
        if (revision != kinds.Revision)
        {
            (revision, catalog) = (kinds.Revision, new OpenApiCatalog(kinds.All));
        }

        return catalog;
    }
}
