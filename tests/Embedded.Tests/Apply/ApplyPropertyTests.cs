using System.Text.Json.Nodes;
using Daytwo.Embedded.Apply;
using Daytwo.Embedded.Tests.Schema;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Embedded.Tests.Apply;

/// <summary>What must hold whatever two managers apply.</summary>
public sealed class ApplyPropertyTests
{
    private static readonly FieldType Type = KindTypes.CustomResource(ProbeSchema.Schema.Schema);

    private static readonly Gen<JsonObject> Configurations =
        from name in Gen.Elements("abc", "xyz")
        from count in Gen.Choose(0, 3)
        from tags in Gen.SubListOf("t", "u", "v")
        from keys in Gen.SubListOf("k1", "k2", "k3")
        from value in Gen.Choose(1, 2)
        select ProbeSchema.Resource(new JsonObject
        {
            ["name"] = name,
            ["labels"] = count == 0 ? null : new JsonObject { ["l" + count] = "x" },
            ["tags"] = new JsonArray([.. tags.Select(t => (JsonNode)t)]),
            ["items"] = new JsonArray([.. keys.Select(k => (JsonNode)new JsonObject { ["k"] = k, ["v"] = value })]),
        });

    private static readonly Arbitrary<JsonObject[]> Sequences = Arb.From(Gen.ArrayOf(Configurations, 4));

    /// <summary>Once: a list that the apply emptied is gone after it and there again, empty, after the next; so it is on the real server.</summary>
    [Fact]
    public void Applying_the_same_again_settles_at_once() => Prop.ForAll(Sequences, sequence =>
    {
        var manager = "m" + ((sequence.Length - 1) % 2);
        var again = Apply(Run(sequence), sequence[^1], manager, 98);
        return JsonNode.DeepEquals(again, Apply(again, sequence[^1], manager, 99));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Object_of_a_forced_apply_holds_all_that_was_applied() => Prop.ForAll(Sequences, sequence =>
        JsonNode.DeepEquals(Run(sequence)["spec"]!["name"], sequence[^1]["spec"]!["name"])).QuickCheckThrowOnFailure();

    [Fact]
    public void Objects_of_one_applier_alone_are_what_it_applied_last() => Prop.ForAll(Sequences, sequence =>
    {
        JsonObject? live = null;
        foreach (var (configuration, i) in sequence.Select((c, i) => (c, i)))
        {
            live = Apply(live, configuration, "only", i);
        }

        var items = (JsonArray?)live!["spec"]!["items"] ?? [];
        return Keys(items).SetEquals(Keys((JsonArray)sequence[^1]["spec"]!["items"]!));
    }).QuickCheckThrowOnFailure();

    private static HashSet<string> Keys(JsonArray items) => [.. items.Select(i => (string)i!["k"]!)];

    private static JsonObject Run(JsonObject[] sequence)
    {
        JsonObject? live = null;
        for (var i = 0; i < sequence.Length; i++)
        {
            live = Apply(live, sequence[i], "m" + (i % 2), i);
        }

        return live!;
    }

    private static JsonObject Apply(JsonObject? live, JsonObject configuration, string manager, int second)
    {
        var fields = new FieldOwnership(_ => Type, "test.daytwo.dev/v1", "Probe", isCustomResource: true);
        var outcome = fields.Apply(live, configuration, manager, force: true, DateTimeOffset.UnixEpoch.AddSeconds(second));
        return Assert.IsType<ApplyOutcome.Applied>(outcome).Object;
    }
}
