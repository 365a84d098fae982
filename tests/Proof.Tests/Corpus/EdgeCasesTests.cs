using System.Text.Json.Nodes;
using Daytwo.Proof.Corpus;

namespace Daytwo.Proof.Tests.Corpus;

public sealed class EdgeCasesTests
{
    private static readonly JsonObject Origin = JsonNode.Parse("""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"name":"c","image":"x:1"}],"other":1}}""")!.AsObject();

    [Fact]
    public void Fields_that_the_rule_names_are_missing_null_empty_and_of_another_type_once_each()
    {
        var what = Cases(["image"]).Take(13).Select(edge => edge.What).ToList();
        Assert.Contains("spec.containers[0].image missing", what);
        Assert.Contains("spec.containers[0].image null", what);
        Assert.Contains("spec.containers[0].image \"\"", what);
        Assert.Contains("spec.containers[0].image a number", what);
        Assert.Contains("huge", what);
        Assert.DoesNotContain(what, text => text.Contains("spec.other", StringComparison.Ordinal));
    }

    [Fact]
    public void Fields_that_only_the_schema_knows_are_added()
    {
        var field = new SchemaField(["spec", "containers", "[]", "securityContext", "privileged"], "boolean", []);
        var edge = new EdgeCases(Origin, new HashSet<string> { "privileged" }, [field]).Generate(1).First(item => item.What == "spec.containers[0].securityContext.privileged true");
        Assert.True((bool)edge.Object["spec"]!["containers"]![0]!["securityContext"]!["privileged"]!);
    }

    [Fact]
    public void Same_seed_gives_the_same_cases_and_another_seed_others()
    {
        string Text(int seed) => string.Join('\n', new EdgeCases(Origin, new HashSet<string> { "image", "containers", "name" }, []).Generate(seed).Take(200).Select(edge => edge.What + edge.Object.ToJsonString()));
        Assert.Equal(Text(7), Text(7));
        Assert.NotEqual(Text(7), Text(8));
    }

    [Fact]
    public void Origin_is_never_changed()
    {
        var before = Origin.ToJsonString();
        Assert.Equal(300, Cases(["image", "containers", "name", "spec"]).Take(300).Count());
        Assert.Equal(before, Origin.ToJsonString());
    }

    private static IEnumerable<EdgeCase> Cases(string[] words) => new EdgeCases(Origin, words.ToHashSet(), []).Generate(1);
}
