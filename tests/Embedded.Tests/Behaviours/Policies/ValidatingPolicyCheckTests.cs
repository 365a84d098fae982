using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.Policies;

namespace Daytwo.Embedded.Tests.Behaviours.Policies;

/// <summary>What a validating policy is refused for; that the real API says the same is tested by replaying a script against both.</summary>
public sealed class ValidatingPolicyCheckTests
{
    private const string Rule = """{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}""";

    [Fact]
    public void Policy_that_only_annotates_is_accepted() => Assert.Empty(Errors("""[{"key":"who","valueExpression":"request.userInfo.username"},{"key":"none","valueExpression":"null"}]"""));

    [Fact]
    public void Annotation_needs_a_key_and_a_value() => Assert.Equal(
        ["spec.auditAnnotations[0].key: Invalid value: \"policy/\": name part must be non-empty", "spec.auditAnnotations[0].valueExpression: Required value: valueExpression is not specified"],
        Errors("[{}]").Where(e => !e.Contains("must consist of", StringComparison.Ordinal)));

    [Fact]
    public void Key_stands_once() => Assert.Equal(["spec.auditAnnotations[1].key: Duplicate value: \"a\""], Errors("""[{"key":"a","valueExpression":"'x'"},{"key":"a","valueExpression":"'y'"}]"""));

    [Theory]
    [InlineData("1", "must evaluate to one of [string null_type] but got int")]
    [InlineData("object.x", "must evaluate to one of [string null_type] but got dyn")]
    [InlineData("variables.x", "undeclared reference to 'variables'")]
    [InlineData("params.x", "undeclared reference to 'params'")]
    public void Value_is_a_text_or_nothing(string expression, string problem) =>
        Assert.Contains(problem, Assert.Single(Errors($$"""[{"key":"a","valueExpression":"{{expression}}"}]""")), StringComparison.Ordinal);

    [Fact]
    public void Long_value_and_too_many_annotations_are_refused()
    {
        Assert.Equal(["spec.auditAnnotations[0].valueExpression: Required value: must not exceed 5120 bytes in length"], Errors($$"""[{"key":"a","valueExpression":"'{{new string('x', 5120)}}'"}]"""));

        var many = string.Join(',', Enumerable.Range(0, 21).Select(i => $$"""{"key":"k{{i}}","valueExpression":"null"}"""));
        Assert.EndsWith("must not have more than 20 auditAnnotations", Assert.Single(Errors($"[{many}]")), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_come_in_the_order_of_the_fields() => Assert.Equal(
        ["spec.failurePolicy", "spec.paramKind.kind", "spec.matchConstraints.resourceRules", "spec.matchConditions[0].name", "spec.variables[0].expression", "spec.validations[0].expression", "spec.validations[0].message"],
        Fields("""
            {"failurePolicy":"Maybe","paramKind":{"apiVersion":"v1"},"matchConstraints":{},"matchConditions":[{"expression":"true"}],"variables":[{"name":"a","expression":"1 +"}],
             "validations":[{"expression":"object.x","message":"a\nb"}]}
            """));

    private static IEnumerable<string> Errors(string annotations) =>
        ValidatingPolicyCheck.Check(Policy($$"""{"matchConstraints":{"resourceRules":[{{Rule}}]},"auditAnnotations":{{annotations}}}""")).Select(e => e.ToString());

    private static IEnumerable<string> Fields(string spec) => ValidatingPolicyCheck.Check(Policy(spec)).Select(e => e.Field);

    private static JsonObject Policy(string spec) => (JsonObject)JsonNode.Parse($$"""{"metadata":{"name":"policy"},"spec":{{spec}}}""")!;
}
