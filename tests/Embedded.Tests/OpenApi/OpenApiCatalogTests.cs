using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.OpenApi;
using Daytwo.Embedded.Tests.Schema;

namespace Daytwo.Embedded.Tests.OpenApi;

public sealed class OpenApiCatalogTests
{
    private static readonly KindDefinition Probe = new()
    {
        Group = "test.daytwo.dev",
        Version = "v1",
        Plural = "probes",
        Singular = "probe",
        Kind = "Probe",
        Namespaced = true,
        Subresources = [new("status", ["get", "patch", "update"])],
        Custom = new("probes.test.daytwo.dev", ProbeSchema.Schema, "v1"),
    };

    private static readonly OpenApiCatalog Catalog = new([.. BuiltInKinds.Table.Kinds, Probe]);

    [Fact]
    public void Index_names_every_group_version_with_a_url_that_changes_with_it()
    {
        var paths = Read(Catalog.Index)["paths"]!;

        Assert.Equal($"/openapi/v3/api/v1?hash={Catalog.Find("api/v1")!.Hash}", (string?)paths["api/v1"]!["serverRelativeURL"]);
        Assert.NotNull(paths["apis/test.daytwo.dev/v1"]);
        var other = new OpenApiCatalog([Probe with { Kind = "Other" }]);
        Assert.NotEqual(Catalog.Find("apis/test.daytwo.dev/v1")!.Hash, other.Find("apis/test.daytwo.dev/v1")!.Hash);
        Assert.Null(Catalog.Find("apis/nothing/v1"));
    }

    [Theory]
    [InlineData("/apis/test.daytwo.dev/v1/namespaces/{namespace}/probes", "get", "Probe")]
    [InlineData("/apis/test.daytwo.dev/v1/namespaces/{namespace}/probes/{name}", "patch", "Probe")]
    [InlineData("/apis/test.daytwo.dev/v1/namespaces/{namespace}/probes/{name}/status", "put", "Probe")]
    [InlineData("/apis/test.daytwo.dev/v1/probes", "get", "Probe")]
    public void Document_has_the_operation_with_the_name_of_its_kind(string path, string method, string kind)
    {
        var operation = Read(Catalog.Find("apis/test.daytwo.dev/v1")!)["paths"]![path]![method]!;

        Assert.Equal(kind, (string?)operation["x-kubernetes-group-version-kind"]!["kind"]);
    }

    [Fact]
    public void Document_of_a_custom_kind_offers_no_strategic_merge_patch()
    {
        Assert.DoesNotContain("application/strategic-merge-patch+json", PatchTypes("apis/test.daytwo.dev/v1", "/apis/test.daytwo.dev/v1/namespaces/{namespace}/probes/{name}"));
        Assert.Contains("application/strategic-merge-patch+json", PatchTypes("apis/apps/v1", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}"));
    }

    [Fact]
    public void Document_holds_every_definition_it_refers_to()
    {
        foreach (var group in BuiltInKinds.Table.Kinds.Append(Probe).GroupBy(k => k.ApiVersion))
        {
            var document = Read(Catalog.Find(group.Key.Contains('/', StringComparison.Ordinal) ? "apis/" + group.Key : "api/" + group.Key)!);
            var schemas = document["components"]!["schemas"]!.AsObject();

            Assert.All(References(document), r => Assert.True(schemas.ContainsKey(r), r));
        }
    }

    [Fact]
    public void Definitions_of_all_built_in_kinds_are_known()
    {
        Assert.All(BuiltInKinds.Table.Kinds, k => Assert.NotNull(BuiltInDefinitions.Instance.Schema(k.Group, k.Version, k.Kind)));
    }

    [Fact]
    public void Custom_definition_is_published_as_the_real_server_publishes_it()
    {
        var schema = Read(Catalog.Find("apis/test.daytwo.dev/v1")!)["components"]!["schemas"]!["dev.daytwo.test.v1.Probe"]!;

        Assert.StartsWith("APIVersion defines", (string?)schema["properties"]!["apiVersion"]!["description"], StringComparison.Ordinal);
        Assert.Equal(
            "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta",
            (string?)schema["properties"]!["metadata"]!["allOf"]![0]!["$ref"]);
        Assert.Equal("Probe", (string?)schema["x-kubernetes-group-version-kind"]![0]!["kind"]);
    }

    [Fact]
    public void Version2_has_the_same_definitions_in_its_own_words()
    {
        var definitions = Read(Catalog.Version2)["definitions"]!.AsObject();

        Assert.True(definitions.ContainsKey("dev.daytwo.test.v1.Probe"));
        Assert.All(References(definitions), r => Assert.True(definitions.ContainsKey(r), r));
    }

    private static IEnumerable<string> PatchTypes(string document, string path) =>
        Read(Catalog.Find(document)!)["paths"]![path]!["patch"]!["requestBody"]!["content"]!.AsObject().Select(c => c.Key);

    private static JsonObject Read(OpenApiDocument document) => (JsonObject)JsonNode.Parse(document.Json.Span)!;

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => p is { Key: "$ref", Value: JsonValue path } ? [((string)path!).Split('/')[^1]] : References(p.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
