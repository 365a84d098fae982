using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.OpenApi;

/// <summary>
/// The OpenAPI documents of a set of served kinds: the index at <c>/openapi/v3</c>, one document per group version
/// below it, and <c>/openapi/v2</c>. A document is made when first asked for. Make a new catalog when kinds change.
/// </summary>
internal sealed class OpenApiCatalog
{
    private readonly SortedDictionary<string, Lazy<OpenApiDocument>> documents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
    private readonly Lazy<OpenApiDocument> index;
    private readonly Lazy<OpenApiDocument> version2;

    public OpenApiCatalog(IEnumerable<KindDefinition> kinds)
    {
        var all = kinds.ToList();
        foreach (var group in all.GroupBy(k => (k.Group, k.Version)))
        {
            var path = group.Key.Group.Length == 0 ? $"api/{group.Key.Version}" : $"apis/{group.Key.Group}/{group.Key.Version}";
            var members = group.ToList();
            var hash = hashes[path] = HashOf(members);
            documents[path] = new(() => new(Bytes(GroupVersionDocument.Build(members)), hash));
        }

        index = new(() => new(Bytes(IndexJson()), HashOf(all)));
        version2 = new(() => new(Bytes(Version2Document.Build(all)), HashOf(all)));
    }

    /// <summary>What <c>/openapi/v3</c> answers.</summary>
    public OpenApiDocument Index => index.Value;

    /// <summary>What <c>/openapi/v2</c> answers.</summary>
    public OpenApiDocument Version2 => version2.Value;

    /// <param name="path">What follows <c>/openapi/v3/</c>, such as <c>apis/apps/v1</c>.</param>
    public OpenApiDocument? Find(string path) => documents.TryGetValue(path, out var document) ? document.Value : null;

    private JsonObject IndexJson()
    {
        var paths = new JsonObject();
        foreach (var (path, hash) in hashes)
        {
            paths[path] = new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/{path}?hash={hash}" };
        }

        return new() { ["paths"] = paths };
    }

    /// <summary>Of what a document is made of, so that an index needs no document.</summary>
    private static string HashOf(List<KindDefinition> kinds)
    {
        var text = new StringBuilder(BuiltInDefinitions.Instance.KubernetesVersion);
        foreach (var kind in kinds)
        {
            text.Append('\n').Append(kind).Append(' ').Append(kind.Plural).Append(kind.Namespaced).AppendJoin(',', kind.Subresources.Select(s => s.Name));
            text.Append(kind.Custom?.Schema.Schema.Source.ToJsonString());
        }

        return Convert.ToHexString(SHA512.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
