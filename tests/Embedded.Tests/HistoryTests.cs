using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Tests;

public sealed class HistoryTests : IDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";
    private readonly VirtualClock clock = new();
    private readonly EmbeddedApi api;
    private readonly ApiClient client;

    public HistoryTests()
    {
        api = new EmbeddedApi(new EmbeddedApiOptions { Clock = clock, Random = new Random(1) });
        client = new ApiClient(api);
    }

    public void Dispose() => api.Dispose();

    [Fact]
    public void Pages_of_a_list_are_of_one_moment()
    {
        Create("a", "b", "c");
        var first = client.Get(ConfigMaps + "?limit=2");
        Create("d");
        client.Delete(ConfigMaps + "/c");
        var second = client.Get($"{ConfigMaps}?limit=2&continue={first["metadata"]!["continue"]}");
        Assert.Equal(["a", "b"], Names(first));
        Assert.Equal(["c"], Names(second));
        Assert.Equal(first["metadata"]!["resourceVersion"]!.ToString(), second["metadata"]!["resourceVersion"]!.ToString());
    }

    [Fact]
    public void Page_after_compaction_is_expired_with_a_token_to_go_on()
    {
        Create("a", "b", "c");
        var token = client.Get(ConfigMaps + "?limit=1")["metadata"]!["continue"]!.ToString();
        Create("d");
        api.Compact(api.Revision);
        var (code, status) = client.Send("GET", $"{ConfigMaps}?limit=1&continue={token}");
        Assert.Equal(410, code);
        Assert.Equal(["b"], Names(client.Get($"{ConfigMaps}?limit=1&continue={status["metadata"]!["continue"]}")));
    }

    [Fact]
    public void Watch_from_before_compaction_is_expired()
    {
        var old = client.Get(ConfigMaps)["metadata"]!["resourceVersion"]!.ToString();
        Create("a", "b");
        api.Compact(api.Revision);
        using var watch = client.Watch($"{ConfigMaps}?watch=1&resourceVersion={old}");
        var error = watch.Next();
        Assert.Equal("ERROR", error["type"]!.ToString());
        Assert.Equal(410, (int)error["object"]!["code"]!);
        Assert.True(watch.Ended());
    }

    [Fact]
    public void Watch_from_a_version_tells_what_came_after()
    {
        Create("a");
        var version = client.Get(ConfigMaps)["metadata"]!["resourceVersion"]!.ToString();
        Create("b");
        client.Delete(ConfigMaps + "/a");
        using var watch = client.Watch($"{ConfigMaps}?watch=1&resourceVersion={version}");
        Assert.Equal(["ADDED b", "DELETED a"], watch.Next(2));
    }

    [Fact]
    public void Watch_with_a_selector_tells_objects_that_enter_and_leave_it()
    {
        using var watch = client.Watch(ConfigMaps + "?watch=1&labelSelector=app%3Dx");
        Create("a");
        client.MergePatch(ConfigMaps + "/a", """{"metadata":{"labels":{"app":"x"}}}""");
        client.MergePatch(ConfigMaps + "/a", """{"data":{"k":"v"}}""");
        client.MergePatch(ConfigMaps + "/a", """{"metadata":{"labels":{"app":"y"}}}""");
        Assert.Equal(["ADDED a", "MODIFIED a", "DELETED a"], watch.Next(3));
    }

    [Fact]
    public void Watch_as_time_passes_tells_bookmarks_then_ends()
    {
        using var watch = client.Watch(ConfigMaps + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=90");
        clock.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal("BOOKMARK", watch.Next()["type"]!.ToString());
        Assert.True(watch.Ended());
        Assert.Equal(0, api.OpenWatches);
    }

    [Fact]
    public void Same_seed_gives_the_same_cluster()
    {
        using var twin = new EmbeddedApi(new EmbeddedApiOptions { Clock = clock, Random = new Random(1) });
        Create("a");
        var other = new ApiClient(twin);
        other.Post(ConfigMaps, """{"metadata":{"name":"a"}}""");
        Assert.True(JsonNode.DeepEquals(client.Get(ConfigMaps), other.Get(ConfigMaps)));
    }

    [Fact]
    public void Write_that_changes_nothing_makes_no_new_version()
    {
        Create("a");
        var revision = api.Revision;
        clock.Advance(TimeSpan.FromSeconds(5));
        client.MergePatch(ConfigMaps + "/a", "{}");
        Assert.Equal(revision, api.Revision);
    }

    private void Create(params string[] names)
    {
        foreach (var name in names)
        {
            client.Post(ConfigMaps, $$$"""{"metadata":{"name":"{{{name}}}"}}""");
        }
    }

    private static string[] Names(JsonObject list) => [.. list["items"]!.AsArray().Select(i => i!["metadata"]!["name"]!.ToString())];
}
