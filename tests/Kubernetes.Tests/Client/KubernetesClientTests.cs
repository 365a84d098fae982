using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Tests.Support;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Kubernetes.Tests.Client;

public sealed class KubernetesClientTests
{
    private const string PodA = """
        {"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","namespace":"n","uid":"u1","resourceVersion":"7",
        "labels":{"app":"x"},"managedFields":[{"manager":"m","fieldsV1":{"f:a":{}}}],"ownerReferences":[{"apiVersion":"v1","kind":"K","name":"o","uid":"ou"}]},
        "spec":{"nodeName":"w1","containers":[{"name":"c"}]},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}
        """;

    private readonly ScriptedTransport _transport = new();

    private KubernetesClient Client => new(_transport);

    [Fact]
    public async Task Get_of_an_object_gives_the_projection_and_the_warnings()
    {
        _transport.Answers(200, PodA, "v1 Pod is old");
        var result = await Client.Get(Pod.Resource, "n", "a", default);
        Assert.True(result.Succeeded(out var pod));
        Assert.Equal(("a", "u1", "7", "x"), (pod.Metadata.Name, pod.Metadata.Uid, pod.Metadata.ResourceVersion, pod.Metadata.Labels!["app"]));
        Assert.Equal(("w1", "Running", true), (pod.Spec!.NodeName, pod.Status!.Phase, pod.Status.Ready));
        Assert.Equal("ou", Assert.Single(pod.Metadata.OwnerReferences!).Uid);
        Assert.Equal(["v1 Pod is old"], result.Warnings);
        Assert.Equal("/api/v1/namespaces/n/pods/a", _transport.Requests[0].Path);
    }

    [Fact]
    public async Task Get_of_a_missing_object_is_the_value_NotFound()
    {
        _transport.Answers(404, """{"kind":"Status","status":"Failure","message":"pods \"a\" not found","reason":"NotFound","details":{"name":"a"},"code":404}""");
        var result = await Client.Get(Pod.Resource, "n", "a", default);
        Assert.False(result.Succeeded(out _));
        Assert.Equal((ApiErrorKind.NotFound, "NotFound", 404), (result.Error.Kind, result.Error.Reason, result.Error.Code));
        Assert.Throws<ApiErrorException>(() => result.Required());
    }

    [Fact]
    public async Task Refusal_by_something_that_is_not_the_API_keeps_its_text()
    {
        _transport.Answers(503, "<html>no backend</html>");
        var result = await Client.Get(Pod.Resource, "n", "a", default);
        Assert.Equal((ApiErrorKind.Unavailable, "<html>no backend</html>"), (result.Error!.Kind, result.Error.Message));
    }

    [Fact]
    public async Task Answer_that_is_no_JSON_is_a_protocol_failure_naming_the_request()
    {
        _transport.Answers(200, "<html>log in</html>");
        var failure = await Assert.ThrowsAsync<ApiProtocolException>(async () => await Client.Get(Pod.Resource, "n", "a", default));
        Assert.Contains("GET /api/v1/namespaces/n/pods/a", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_names_the_causes()
    {
        _transport.Answers(422, """
            {"kind":"Status","message":"m","reason":"Invalid","code":422,"details":{"causes":[{"reason":"FieldValueInvalid","message":"must be ≥ 1","field":"spec.keep"}]}}
            """);
        var result = await Client.Get(Pod.Resource, "n", "a", default);
        Assert.Equal(new ApiErrorCause("spec.keep", "FieldValueInvalid", "must be ≥ 1"), Assert.Single(result.Error!.Causes));
    }

    [Fact]
    public async Task Apply_sends_manager_force_and_only_what_is_set()
    {
        _transport.Answers(200, """{"metadata":{"name":"c","namespace":"n"}}""");
        var body = new ConfigMapWrite(new ObjectMetaWrite { Name = "c", Uid = "u" }, new Dictionary<string, string> { ["k"] = "v" });
        await Client.Apply(ConfigMap.Resource, "n", "c", body, KubernetesJson.Default.ConfigMapWrite, new ApplyRequest("me", Force: true, "status"), default);
        Assert.Equal("/api/v1/namespaces/n/configmaps/c/status?fieldManager=me&force=true", _transport.Requests[0].Path);
        Assert.Equal("application/apply-patch+yaml", _transport.Requests[0].ContentType);
        Assert.Equal("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","uid":"u"},"data":{"k":"v"}}""", Sorted(_transport.Bodies[0]));
    }

    [Fact]
    public async Task JsonPatch_writes_null_values_and_leaves_the_value_of_remove_out()
    {
        _transport.Answers(200, """{"metadata":{"name":"c"}}""");
        JsonPatchOperation[] operations =
        [
            JsonPatchOperation.Test("/metadata/uid", "u"),
            JsonPatchOperation.Add("/data/x", null),
            JsonPatchOperation.Remove("/metadata/labels/" + JsonPatchOperation.Escape("a/b~c")),
        ];
        await Client.JsonPatch(ConfigMap.Resource, "n", "c", operations, null, default);
        Assert.Equal(
            """[{"op":"test","path":"/metadata/uid","value":"u"},{"op":"add","path":"/data/x","value":null},{"op":"remove","path":"/metadata/labels/a~1b~0c"}]""",
            _transport.Bodies[0]);
    }

    [Theory]
    [InlineData("""{"kind":"Status","status":"Success","details":{"uid":"u"}}""", DeleteOutcome.Deleted)]
    [InlineData("""{"kind":"Pod","metadata":{"name":"a","deletionTimestamp":"2026-01-01T00:00:00Z"}}""", DeleteOutcome.Terminating)]
    [InlineData("""{"kind":"Pod","metadata":{"name":"a"}}""", DeleteOutcome.Deleted)]
    public async Task Delete_tells_gone_from_terminating(string answer, DeleteOutcome expected)
    {
        _transport.Answers(200, answer);
        var result = await Client.Delete(Pod.Resource.Type, "n", "a", new Precondition("u", "5"), PropagationPolicy.Background, default);
        Assert.Equal(expected, result.Required());
        Assert.Equal(
            """{"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":"u","resourceVersion":"5"},"propagationPolicy":"Background"}""",
            Sorted(_transport.Bodies[0]));
    }

    [Fact]
    public async Task List_sends_its_parameters_and_gives_the_page()
    {
        _transport.Answers(200, $$"""{"kind":"PodList","metadata":{"resourceVersion":"9","continue":"tok","remainingItemCount":3},"items":[{{PodA}}]}""");
        var result = await Client.List(Pod.Resource, new ListRequest { Namespace = "n", LabelSelector = "a in (b,c)", Limit = 1, ResourceVersion = "0" }, default);
        var page = result.Required();
        Assert.Equal(("9", "tok", 3L, "a"), (page.ResourceVersion, page.Continue, page.RemainingItemCount, page.Items.Single().Metadata.Name));
        Assert.Equal("/api/v1/namespaces/n/pods?labelSelector=a%20in%20%28b%2Cc%29&limit=1&resourceVersion=0", _transport.Requests[0].Path);
    }

    [Fact]
    public async Task Watch_gives_events_until_the_stream_ends()
    {
        _transport.Answers(200, $$$$"""
            {"type":"ADDED","object":{{{{PodA.ReplaceLineEndings("")}}}}}
            {"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"12","annotations":{"k8s.io/initial-events-end":"true"}},"spec":{"containers":null}}}
            {"object":{"metadata":{"name":"a","resourceVersion":"13"}},"type":"DELETED"}
            {"type":"ERROR","object":{"kind":"Status","reason":"Expired","message":"too old resource version: 1 (5)","code":410}}

            """);
        var events = new List<WatchEvent<Pod>>();
        await foreach (var e in Client.Watch(Pod.Resource, new WatchRequest { SendInitialEvents = true }, default))
        {
            events.Add(e);
        }

        Assert.Equal([WatchEventType.Added, WatchEventType.Bookmark, WatchEventType.Deleted, WatchEventType.Error], events.Select(e => e.Type));
        Assert.Equal(["7", "12", "13", ""], events.Select(e => e.ResourceVersion));
        Assert.Equal([false, true, false, false], events.Select(e => e.InitialEventsEnd));
        Assert.Equal(ApiErrorKind.Expired, events[3].Error!.Kind);
        Assert.Equal("/api/v1/pods?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true", _transport.Requests[0].Path);
        Assert.True(_transport.Requests[0].Streaming);
    }

    [Fact]
    public async Task Watch_refused_is_one_error_event()
    {
        _transport.Answers(410, """{"kind":"Status","reason":"Expired","message":"old","code":410}""");
        var events = new List<WatchEvent<Pod>>();
        await foreach (var e in Client.Watch(Pod.Resource, new WatchRequest { ResourceVersion = "1" }, default))
        {
            events.Add(e);
        }

        Assert.Equal(ApiErrorKind.Expired, Assert.Single(events).Error!.Kind);
    }

    [Fact]
    public async Task Watch_broken_off_within_an_event_is_unreachable()
    {
        _transport.Answers(200, """{"type":"ADDED","object":{"metadata":{"na""");
        await Assert.ThrowsAsync<ApiUnreachableException>(async () =>
        {
            await foreach (var _ in Client.Watch(Pod.Resource, new WatchRequest(), default))
            {
            }
        });
    }

    /// <summary>The type's own order is no promise; apiVersion and kind first reads best.</summary>
    private static string Sorted(string json)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        var ordered = new System.Text.Json.Nodes.JsonObject();
        foreach (var (key, value) in node.ToList().OrderBy(m => m.Key is not "apiVersion").ThenBy(m => m.Key is not "kind"))
        {
            ordered[key] = value?.DeepClone();
        }

        return ordered.ToJsonString();
    }
}
