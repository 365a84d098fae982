using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Rules;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Events;

public sealed class EventWriterTests
{
    private static readonly Happening First = new(
        new ObjectReference { Kind = "EtcdBackup", Name = "nightly", Uid = "u" }, Notice.Warning("BackupFailed", "TakeSnapshot", "no space"),
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task First_occurrence_is_created_where_kubectl_looks_for_it()
    {
        var api = new CannedApi(_ => (201, """{"metadata":{"name":"x"}}"""));
        Assert.Null(await new EventWriter(new KubernetesClient(api), "daytwo.dev/operator", "pod-1").Write(new SeriesOutput(First, First, 1), CancellationToken.None));
        var (method, path, body) = Assert.Single(api.Requests);
        var json = JsonNode.Parse(body)!;
        Assert.Equal(("POST", "/apis/events.k8s.io/v1/namespaces/default/events"), (method, path));
        Assert.Equal("Warning", (string?)json["type"]);
        Assert.Equal("2026-01-01T00:00:00.000000Z", (string?)json["eventTime"]);
        Assert.Equal("nightly", (string?)json["regarding"]!["name"]);
        Assert.Null(json["series"]);
    }

    [Fact]
    public async Task Repeat_updates_the_series_of_the_same_object()
    {
        var api = new CannedApi(_ => (200, """{"metadata":{"name":"x"}}"""));
        var writer = new EventWriter(new KubernetesClient(api), "c", "i");
        await writer.Write(new SeriesOutput(First, First, 1), CancellationToken.None);
        await writer.Write(new SeriesOutput(First, First with { At = First.At.AddMinutes(1) }, 7), CancellationToken.None);
        var (created, patched) = (JsonNode.Parse(api.Requests.First().Body)!, api.Requests.Last());
        Assert.EndsWith("/" + (string?)created["metadata"]!["name"], patched.Path, StringComparison.Ordinal);
        Assert.Equal("""[{"op":"add","path":"/series","value":{"count":7,"lastObservedTime":"2026-01-01T00:01:00.000000Z"}}]""", patched.Body);
    }

    [Fact]
    public async Task Repeat_of_an_event_that_has_expired_creates_it_anew_with_its_count()
    {
        var api = new CannedApi(r => r.Method == HttpMethod.Patch ? CannedApi.Refusal(404, "NotFound") : (201, """{"metadata":{"name":"x"}}"""));
        Assert.Null(await new EventWriter(new KubernetesClient(api), "c", "i").Write(new SeriesOutput(First, First, 7), CancellationToken.None));
        Assert.Equal(7, (int?)JsonNode.Parse(api.Requests.Last().Body)!["series"]!["count"]);
    }

    [Fact]
    public async Task Create_whose_answer_was_lost_is_no_failure_the_second_time()
    {
        var api = new CannedApi(_ => CannedApi.Refusal(409, "AlreadyExists"));
        Assert.Null(await new EventWriter(new KubernetesClient(api), "c", "i").Write(new SeriesOutput(First, First, 1), CancellationToken.None));
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly-10", 10, "exactly-10")]
    [InlineData("longer than ten", 10, "longer …")]
    [InlineData("äöüäöüäöü", 10, "äöü…")]
    [InlineData("🙂🙂🙂", 10, "🙂…")]
    public void Text_is_cut_at_a_character(string text, int bytes, string expected)
    {
        var cut = EventText.Fit(text, bytes);
        Assert.Equal(expected, cut);
        Assert.InRange(Encoding.UTF8.GetByteCount(cut), 0, bytes);
    }
}
