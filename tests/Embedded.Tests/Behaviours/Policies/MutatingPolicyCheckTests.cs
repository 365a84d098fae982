using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.Policies;

namespace Daytwo.Embedded.Tests.Behaviours.Policies;

/// <summary>What a mutating policy is refused for; that the real API says the same is tested by replaying a script against both.</summary>
public sealed class MutatingPolicyCheckTests
{
    private const string Patch = """{"patchType":"JSONPatch","jsonPatch":{"expression":"[JSONPatch{op: 'remove', path: '/data'}]"}}""";

    [Fact]
    public void Policy_that_patches_is_accepted() => Assert.Empty(Errors(Patch));

    [Theory]
    [InlineData("{}", "spec.mutations[0].patchType: Required value")]
    [InlineData("""{"patchType":"Merge"}""", "spec.mutations[0].patchType: Unsupported value: \"Merge\": supported values: \"ApplyConfiguration\", \"JSONPatch\"")]
    [InlineData("""{"patchType":"JSONPatch"}""", "spec.mutations[0].jsonPatch: Required value: must be specified when patchType is JSONPatch")]
    [InlineData("""{"patchType":"ApplyConfiguration","applyConfiguration":{}}""", "spec.mutations[0].applyConfiguration.expression: Required value")]
    [InlineData("""{"patchType":"ApplyConfiguration","applyConfiguration":{"expression":"Object{}"},"jsonPatch":{}}""", "spec.mutations[0].jsonPatch: Invalid value: \"{jsonPatch}\": must not be specified when patchType is ApplyConfiguration")]
    public void Mutation_has_the_expression_of_its_type(string mutation, string problem) => Assert.Equal([problem], Errors(mutation));

    [Fact]
    public void Policy_mutates_and_says_whether_it_wants_to_see_later_changes() => Assert.Equal(
        ["spec.mutations: Required value: mutations must contain at least one item", "spec.reinvocationPolicy: Required value"], Errors("", reinvocation: ""));

    private static IEnumerable<string> Errors(string mutation, string reinvocation = "Never")
    {
        const string Rule = """{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["configmaps"]}""";
        var policy = $$$"""{"metadata":{"name":"p"},"spec":{"reinvocationPolicy":"{{{reinvocation}}}","matchConstraints":{"resourceRules":[{{{Rule}}}]},"mutations":[{{{mutation}}}]}}""";
        return MutatingPolicyCheck.Check(JsonNode.Parse(policy)!.AsObject()).Select(e => e.ToString());
    }
}
