using System.Text;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Tests.Support;
using Daytwo.Kubernetes.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Kubernetes.Tests.Decoding;

/// <summary>However the network cuts a stream, the same objects come out of it.</summary>
public sealed class ChunkBoundaryTests
{
    private static readonly string[] Names = ["a", "böse \\\"quoted\\\"", "\\u00e9\\n", "long-" + new string('x', 300), "{[}]:,"];

    [Fact]
    public void Watch_cut_anywhere_gives_the_same_events() =>
        Prop.ForAll(Objects().ToArbitrary(), Sizes().ToArbitrary(), (objects, sizes) =>
        {
            var text = string.Concat(objects.Select((o, i) => $"{{\"type\":\"{(i % 2 == 0 ? "ADDED" : "MODIFIED")}\",\"object\":{o}}}\n"));
            var events = Watch(text, sizes).GetAwaiter().GetResult();
            var whole = Watch(text, [int.MaxValue]).GetAwaiter().GetResult();
            return events.Count == objects.Length && events.SequenceEqual(whole);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void List_cut_anywhere_gives_the_same_page() =>
        Prop.ForAll(Objects().ToArbitrary(), Sizes().ToArbitrary(), (objects, sizes) =>
        {
            var text = $$$"""{"kind":"PodList","extra":{"items":[1,{"metadata":2}]},"metadata":{"resourceVersion":"5"},"items":[{{{string.Join(',', objects)}}}],"tail":[]}""";
            var page = List(text, sizes).GetAwaiter().GetResult();
            var whole = List(text, [int.MaxValue]).GetAwaiter().GetResult();
            return page.Items.Count == objects.Length && page.ResourceVersion == "5"
                && page.Items.Select(Key).SequenceEqual(whole.Items.Select(Key));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stream_that_ends_early_is_unreachable_or_has_whole_events_only() =>
        Prop.ForAll(Objects().ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), (objects, cut) =>
        {
            var lines = objects.Select(o => $"{{\"type\":\"ADDED\",\"object\":{o}}}\n").ToArray();
            var bytes = Encoding.UTF8.GetBytes(string.Concat(lines));
            var kept = bytes.AsSpan(0, cut % (bytes.Length + 1)).ToArray();
            var wholeLines = kept.Count(b => b == (byte)'\n');
            var (events, broken) = WatchUntilBroken(kept).GetAwaiter().GetResult();
            var withoutEnd = !broken && kept.Length > 0 && kept[^1] != (byte)'\n';
            return events == wholeLines + (withoutEnd ? 1 : 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task List_that_ends_early_is_unreachable()
    {
        var transport = new ScriptedTransport().Answers(200, """{"metadata":{"resourceVersion":"5"},"items":[{"metadata":{"name":"a"}},{"meta""");
        var failure = await Assert.ThrowsAsync<ApiUnreachableException>(async () =>
            await new KubernetesClient(transport).List(Pod.Resource, new ListRequest(), default));
        Assert.Equal("the list of pods broke off after 1 objects", failure.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"items":[null]}""")]
    [InlineData("""{"items":[{"metadata":{"name":7}}]}""")]
    [InlineData("<html>")]
    public async Task List_of_another_shape_is_a_protocol_failure(string text)
    {
        var transport = new ScriptedTransport().Answers(200, text);
        await Assert.ThrowsAsync<ApiProtocolException>(async () => await new KubernetesClient(transport).List(Pod.Resource, new ListRequest(), default));
    }

    [Theory]
    [InlineData("""{"type":"RENAMED","object":{}}""")]
    [InlineData("""{"type":"ADDED"}""")]
    [InlineData("""{"type":"ADDED","object":null}""")]
    [InlineData("no json")]
    public async Task Event_of_another_shape_is_a_protocol_failure(string line)
    {
        var transport = new ScriptedTransport().Answers(200, line + "\n");
        await Assert.ThrowsAsync<ApiProtocolException>(async () =>
        {
            await foreach (var _ in new KubernetesClient(transport).Watch(Pod.Resource, new WatchRequest(), default))
            {
            }
        });
    }

    private static string Key(Pod pod) => $"{pod.Metadata.Name}|{pod.Metadata.ResourceVersion}|{pod.Spec?.NodeName}|{pod.Status?.Ready}";

    private static Gen<string[]> Objects() =>
        Gen.ArrayOf(from name in Gen.Elements(Names)
                    from node in Gen.Elements(Names)
                    from version in Gen.Choose(1, 99999)
                    select $$$"""{"metadata":{"name":"{{{name}}}","resourceVersion":"{{{version}}}","labels":{"{{{node}}}":"{{{name}}}"}},"spec":{"nodeName":"{{{node}}}","containers":[{},[1,2.5e3]]},"status":{"conditions":[{"type":"Ready","status":"True"}]}}""");

    private static Gen<int[]> Sizes() => Gen.NonEmptyListOf(Gen.OneOf(Gen.Choose(1, 7), Gen.Choose(8, 700))).Select(sizes => sizes.ToArray());

    private static Func<int> Repeating(int[] sizes)
    {
        var next = 0;
        return () => sizes[next++ % sizes.Length];
    }

    private static async Task<List<string>> Watch(string text, int[] sizes)
    {
        var transport = new ScriptedTransport { NextSize = Repeating(sizes) }.Answers(200, text);
        var events = new List<string>();
        await foreach (var e in new KubernetesClient(transport).Watch(Pod.Resource, new WatchRequest(), default))
        {
            events.Add($"{e.Type}|{Key(e.Object!)}|{e.Object!.Metadata.Labels!.Single()}");
        }

        return events;
    }

    private static async Task<ListPage<Pod>> List(string text, int[] sizes)
    {
        var transport = new ScriptedTransport { NextSize = Repeating(sizes) }.Answers(200, text);
        return (await new KubernetesClient(transport).List(Pod.Resource, new ListRequest(), default)).Required();
    }

    private static async Task<(int Events, bool Broken)> WatchUntilBroken(byte[] bytes)
    {
        var transport = new ScriptedTransport().Answers(200, bytes);
        var events = 0;
        try
        {
            await foreach (var _ in new KubernetesClient(transport).Watch(Pod.Resource, new WatchRequest(), default))
            {
                events++;
            }

            return (events, false);
        }
        catch (ApiUnreachableException)
        {
            return (events, true);
        }
    }
}
