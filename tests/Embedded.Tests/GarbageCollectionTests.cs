namespace Daytwo.Embedded.Tests;

public sealed class GarbageCollectionTests : IDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";
    private readonly EmbeddedApi api = new();
    private readonly ApiClient client;
    private readonly string owner;

    public GarbageCollectionTests()
    {
        client = new ApiClient(api);
        owner = client.Post(ConfigMaps, """{"metadata":{"name":"owner"}}""")["metadata"]!["uid"]!.ToString();
    }

    public void Dispose() => api.Dispose();

    [Fact]
    public void Owner_when_deleted_takes_its_dependents()
    {
        Dependent("child", owner);
        client.Delete(ConfigMaps + "/owner");
        Assert.Equal(404, Code("child"));
    }

    [Fact]
    public void Owner_when_deleted_as_orphaning_leaves_dependents_without_reference()
    {
        Dependent("child", owner);
        client.Delete(ConfigMaps + "/owner", """{"propagationPolicy":"Orphan"}""");
        Assert.Equal(404, Code("owner"));
        Assert.Null(client.Get(ConfigMaps + "/child")["metadata"]!["ownerReferences"]);
    }

    [Fact]
    public void Owner_when_deleted_in_foreground_waits_for_a_blocking_dependent()
    {
        Dependent("child", owner, finalizers: """["ex.dev/hold"]""");
        client.Delete(ConfigMaps + "/owner", """{"propagationPolicy":"Foreground"}""");
        Assert.Equal("foregroundDeletion", client.Get(ConfigMaps + "/owner")["metadata"]!["finalizers"]![0]!.ToString());
        client.MergePatch(ConfigMaps + "/child", """{"metadata":{"finalizers":null}}""");
        Assert.Equal(404, Code("child"));
        Assert.Equal(404, Code("owner"));
    }

    [Fact]
    public void Dependent_with_another_living_owner_stays()
    {
        var second = client.Post(ConfigMaps, """{"metadata":{"name":"second"}}""")["metadata"]!["uid"]!.ToString();
        client.Post(ConfigMaps, $$$"""{"metadata":{"name":"child","ownerReferences":[{{{Reference(owner)}}},{{{Reference(second)}}}]}}""");
        client.Delete(ConfigMaps + "/owner");
        Assert.Equal(second, client.Get(ConfigMaps + "/child")["metadata"]!["ownerReferences"]!.AsArray().Single()!["uid"]!.ToString());
    }

    [Fact]
    public void Dependent_created_after_its_owner_went_goes_too()
    {
        client.Delete(ConfigMaps + "/owner");
        Dependent("child", owner);
        Assert.Equal(404, Code("child"));
    }

    [Fact]
    public void Namespace_when_deleted_empties_then_goes_once_finalizers_allow()
    {
        client.Post("/api/v1/namespaces", """{"metadata":{"name":"n"}}""");
        client.Post("/api/v1/namespaces/n/configmaps", """{"metadata":{"name":"a"}}""");
        client.Post("/api/v1/namespaces/n/configmaps", """{"metadata":{"name":"held","finalizers":["ex.dev/hold"]}}""");
        Assert.Equal("Terminating", client.Delete("/api/v1/namespaces/n")["status"]!["phase"]!.ToString());
        Assert.Equal(["held"], client.Get("/api/v1/namespaces/n/configmaps")["items"]!.AsArray().Select(i => i!["metadata"]!["name"]!.ToString()));
        Assert.Equal(403, client.Send("POST", "/api/v1/namespaces/n/configmaps", """{"metadata":{"name":"late"}}""").Code);
        client.MergePatch("/api/v1/namespaces/n/configmaps/held", """{"metadata":{"finalizers":null}}""");
        Assert.Equal(404, client.Send("GET", "/api/v1/namespaces/n").Code);
    }

    private void Dependent(string name, string uid, string finalizers = "[]") =>
        client.Post(ConfigMaps, $$$"""{"metadata":{"name":"{{{name}}}","finalizers":{{{finalizers}}},"ownerReferences":[{{{Reference(uid)}}}]}}""");

    private static string Reference(string uid) =>
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","name":"owner","uid":"{{{uid}}}","blockOwnerDeletion":true}""";

    private int Code(string name) => client.Send("GET", $"{ConfigMaps}/{name}").Code;
}
