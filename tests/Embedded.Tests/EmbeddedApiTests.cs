namespace Daytwo.Embedded.Tests;

public sealed class EmbeddedApiTests : IDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";
    private readonly EmbeddedApi api = new();
    private readonly ApiClient client;

    public EmbeddedApiTests() => client = new ApiClient(api);

    public void Dispose() => api.Dispose();

    [Fact]
    public void Create_of_a_new_name_answers_the_object_with_identity()
    {
        var (code, created) = client.Send("POST", ConfigMaps, """{"metadata":{"name":"a"},"data":{"k":"v"}}""");
        Assert.Equal(201, code);
        Assert.NotEmpty(created["metadata"]!["uid"]!.ToString());
        Assert.Equal("default", created["metadata"]!["namespace"]!.ToString());
        Assert.Equal("v", client.Get(ConfigMaps + "/a")["data"]!["k"]!.ToString());
    }

    [Fact]
    public void Create_of_a_taken_name_is_refused()
    {
        client.Post(ConfigMaps, """{"metadata":{"name":"a"}}""");
        var (code, status) = client.Send("POST", ConfigMaps, """{"metadata":{"name":"a"}}""");
        Assert.Equal(409, code);
        Assert.Equal("AlreadyExists", status["reason"]!.ToString());
        Assert.Equal("configmaps \"a\" already exists", status["message"]!.ToString());
    }

    [Fact]
    public void Watch_from_the_present_tells_changes_and_bookmark()
    {
        client.Post(ConfigMaps, """{"metadata":{"name":"a"}}""");
        using var watch = client.Watch(ConfigMaps + "?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");
        Assert.Equal(["ADDED a"], watch.Next(1));
        Assert.Equal("true", watch.Next()["object"]!["metadata"]!["annotations"]!["k8s.io/initial-events-end"]!.ToString());
        client.Post(ConfigMaps, """{"metadata":{"name":"b"}}""");
        client.MergePatch(ConfigMaps + "/b", """{"data":{"x":"y"}}""");
        client.Delete(ConfigMaps + "/b");
        Assert.Equal(["ADDED b", "MODIFIED b", "DELETED b"], watch.Next(3));
    }

    [Fact]
    public void Definition_when_created_serves_its_kind()
    {
        client.Post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", """
            {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"widgets.ex.dev"},
             "spec":{"group":"ex.dev","names":{"kind":"Widget","plural":"widgets"},"scope":"Cluster","versions":[{"name":"v1","served":true,"storage":true,
              "subresources":{"status":{}},"schema":{"openAPIV3Schema":{"type":"object","properties":{
                "spec":{"type":"object","properties":{"size":{"type":"integer","minimum":1},"color":{"type":"string","default":"red"}}},
                "status":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}}}]}}
            """);
        var widget = client.Post("/apis/ex.dev/v1/widgets", """{"apiVersion":"ex.dev/v1","kind":"Widget","metadata":{"name":"w"},"spec":{"size":2,"none":1}}""");
        Assert.Equal("red", widget["spec"]!["color"]!.ToString());
        Assert.False(widget["spec"]!.AsObject().ContainsKey("none"));
        Assert.Equal(422, client.Send("PATCH", "/apis/ex.dev/v1/widgets/w", """{"spec":{"size":0}}""", "application/merge-patch+json").Code);
        var status = client.MergePatch("/apis/ex.dev/v1/widgets/w/status", """{"status":{"a":1},"spec":{"size":9}}""");
        Assert.Equal(2, (int)status["spec"]!["size"]!);
        Assert.Equal(1, (int)status["metadata"]!["generation"]!);
        Assert.Equal(2, (int)client.MergePatch("/apis/ex.dev/v1/widgets/w", """{"spec":{"size":9}}""")["metadata"]!["generation"]!);
    }
}
