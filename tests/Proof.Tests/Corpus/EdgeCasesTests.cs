using System.Text.Json.Nodes;
using Daytwo.Proof.Corpus;

namespace Daytwo.Proof.Tests.Corpus;

public sealed class EdgeCasesTests
{
    private static readonly JsonObject Origin = JsonNode.Parse("""
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"name":"c","image":"x:1"},{"name":"d","image":"y:1"},{"name":"e","image":"z:1"}],"initContainers":[{"name":"i","image":"x:1"}],"other":1}}
        """)!.AsObject();

    [Fact]
    public void Fields_that_the_rule_names_are_missing_null_empty_and_of_another_type_once_each()
    {
        var what = Cases(["image"]).Changes.Select(change => change.What).ToList();
        Assert.Contains("spec.containers[0].image missing", what);
        Assert.Contains("spec.containers[0].image null", what);
        Assert.Contains("spec.containers[0].image \"\"", what);
        Assert.Contains("spec.containers[0].image a number", what);
        Assert.All(Cases(["image"]).Changes.Where(change => change.What.StartsWith("spec.other", StringComparison.Ordinal)), change => Assert.Equal(0, change.Rank));
        Assert.Equal(what.Count, what.Distinct().Count());
    }

    [Fact]
    public void Fields_that_only_the_schema_knows_are_added()
    {
        var cases = Cases(["privileged"], new SchemaField(["spec", "containers", "[]", "securityContext", "privileged"], "boolean", []));
        var edge = cases.With(cases.Changes.First(change => change.What == "spec.containers[0].securityContext.privileged true"));
        Assert.True((bool)edge.Object["spec"]!["containers"]![0]!["securityContext"]!["privileged"]!);
    }

    [Fact]
    public void Fields_get_what_the_rule_compares_them_with()
    {
        var words = new RuleWords(new HashSet<string> { "spec", "containers", "image" }, ["registry.example.com/"]);
        var cases = new EdgeCases(Origin, words, [new SchemaField(["spec", "containers", "[]", "image"], "string", [])], 1);
        Assert.Contains("spec.containers[0].image \"registry.example.com/\"", cases.Changes.Select(change => change.What));
    }

    [Fact]
    public void Changes_of_what_the_rule_reads_go_first_when_not_all_are_tried()
    {
        var fields = new[] { "elsewhere", "spec" }.Select(parent => new SchemaField([parent, "privileged"], "boolean", [])).ToArray();
        var words = new RuleWords(new HashSet<string> { "spec", "privileged" }, []);
        Assert.All(new EdgeCases(Origin, words, fields, 1, most: 2).Changes, change => Assert.Equal(2, change.Rank));
    }

    [Fact]
    public void Four_of_five_cases_have_changes_that_the_api_takes_and_the_fifth_one_that_it_refuses()
    {
        var cases = Cases(["image", "name"]);
        var taken = cases.Changes.Where((_, index) => index % 2 == 0).ToHashSet();
        var refused = cases.Changes.Where(change => !taken.Contains(change)).Select(change => change.What).ToList();
        var generated = cases.Generate(taken).Skip(2).Take(200).ToList();
        Assert.Equal(200, generated.Count);
        Assert.Equal(40, generated.Count(edge => edge.What.Split("; ").Any(refused.Contains)));
        Assert.Contains(generated, edge => edge.What.Contains("; ", StringComparison.Ordinal));
        Assert.Equal(generated.Count, generated.Select(edge => edge.What).Distinct().Count());
    }

    [Fact]
    public void Where_the_api_takes_no_change_cases_come_to_an_end() =>
        Assert.InRange(Cases(["image"]).Generate(new HashSet<EdgeChange>()).Take(1000).Count(), 2, 100);

    [Fact]
    public void Same_seed_gives_the_same_cases_and_another_seed_others()
    {
        string Text(int seed) => string.Join('\n', Take(Cases(["image", "name"], seed)).Select(edge => edge.What + edge.Object.ToJsonString()));
        Assert.Equal(Text(7), Text(7));
        Assert.NotEqual(Text(7), Text(8));
    }

    [Fact]
    public void Origin_is_never_changed()
    {
        var before = Origin.ToJsonString();
        Assert.Equal(200, Take(Cases(["image", "name"], 1)).Count());
        Assert.Equal(before, Origin.ToJsonString());
    }

    private static IEnumerable<EdgeCase> Take(EdgeCases cases) => cases.Generate(cases.Changes.ToHashSet()).Take(200);

    private static EdgeCases Cases(string[] words, params SchemaField[] fields) => new(Origin, new RuleWords(words.ToHashSet(), []), fields, 1);

    private static EdgeCases Cases(string[] words, int seed) => new(Origin, new RuleWords(words.ToHashSet(), []), [], seed);
}
