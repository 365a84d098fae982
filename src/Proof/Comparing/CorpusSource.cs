using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Discovery;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Transport;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Files;

namespace Daytwo.Proof.Comparing;

/// <summary>Gathers the requests to replay for each rule: given, live, generated.</summary>
internal sealed class CorpusSource
{
    private readonly KubernetesClient _client;
    private readonly ResourceCatalog _catalog;
    private readonly IReadOnlySet<string> _namespaces;
    private readonly string _ns;
    private readonly Dictionary<string, JsonNode> _documents = [];

    private CorpusSource(KubernetesClient client, ResourceCatalog catalog, IReadOnlySet<string> namespaces, string ns) =>
        (_client, _catalog, _namespaces, _ns) = (client, catalog, namespaces, ns);

    /// <param name="ns">Where objects go that name no namespace of the cluster.</param>
    public static async Task<CorpusSource> Open(KubernetesClient client, string ns, CancellationToken ct)
    {
        var catalog = (await new DiscoveryClient(client.Transport).Discover(ct)).Required();
        var namespaces = (await client.List(Namespace.Resource, new ListRequest(), ct)).Required().Items.Select(item => item.Metadata.Name).ToHashSet(StringComparer.Ordinal);
        return new CorpusSource(client, catalog, namespaces, ns);
    }

    public async Task<GeneratedCorpus> Generated(AdmissionRule rule, IReadOnlyList<FileObject> given, CancellationToken ct)
    {
        var types = MatchedTypes.Of(rule.Spec.Match, _catalog);
        foreach (var type in types)
        {
            await Document(type, ct);
        }

        return new GeneratedCorpus(rule, types, _documents, [.. given.Select(item => item.Json)], _ns);
    }

    public IEnumerable<CorpusItem> Given(AdmissionRule rule, IReadOnlyList<FileObject> given) => GivenCorpus.Read(rule, given, _catalog, _ns, _namespaces);

    public IAsyncEnumerable<CorpusItem> Live(AdmissionRule rule, int most, CancellationToken ct) =>
        LiveCorpus.Read(_client, rule, MatchedTypes.Of(rule.Spec.Match, _catalog), most, ct);

    /// <summary>The OpenAPI document of a group's version; an API that has none is no failure, there are fewer cases then.</summary>
    private async Task Document(ResourceType type, CancellationToken ct)
    {
        if (_documents.ContainsKey(type.ApiVersion))
        {
            return;
        }

        var path = type.Group.Length == 0 ? $"/openapi/v3/api/{type.Version}" : $"/openapi/v3/apis/{type.Group}/{type.Version}";
        await using var response = await _client.Transport.Send(new ApiRequest(HttpMethod.Get, path), ct);
        _documents[type.ApiVersion] = response.StatusCode == 200 ? (await JsonNode.ParseAsync(response.Body, cancellationToken: ct))! : new JsonObject();
    }
}
