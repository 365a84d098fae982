using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.Policies;

namespace Daytwo.Embedded.Tests.Behaviours.Policies;

/// <summary>What a binding is refused for; that the real API says the same is tested by replaying a script against both.</summary>
public sealed class BindingCheckTests
{
    [Fact]
    public void Binding_names_a_policy_and_what_it_does() =>
        Assert.Equal(["spec.policyName: Required value", "spec.validationActions: Required value: at least one validation action is required"], Errors("{}"));

    [Theory]
    [InlineData("""["Deny","Audit"]""")]
    [InlineData("""["Warn"]""")]
    public void Actions_that_go_together_are_accepted(string actions) => Assert.Empty(Errors($$"""{"policyName":"p","validationActions":{{actions}}}"""));

    [Theory]
    [InlineData("""["Deny","Deny"]""", "spec.validationActions[1]: Duplicate value: \"Deny\"")]
    [InlineData("""["Log"]""", "spec.validationActions[0]: Unsupported value: \"Log\": supported values: \"Audit\", \"Deny\", \"Warn\"")]
    [InlineData("""["Deny","Warn"]""", "spec.validationActions: Invalid value: [\"Deny\",\"Warn\"]: must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)")]
    public void Actions_that_do_not_are_refused(string actions, string problem) => Assert.Equal([problem], Errors($$"""{"policyName":"p","validationActions":{{actions}}}"""));

    [Theory]
    [InlineData("""{"parameterNotFoundAction":"Deny"}""", "spec.paramRef: Required value: one of name or selector must be specified")]
    [InlineData("""{"name":"a"}""", "spec.paramRef.parameterNotFoundAction: Required value")]
    [InlineData("""{"name":"a/b","parameterNotFoundAction":"Allow"}""", "spec.paramRef.name: Invalid value: \"a/b\": may not contain '/'")]
    public void Parameters_are_found_by_name_or_by_labels(string reference, string problem) =>
        Assert.Equal([problem], Errors($$"""{"policyName":"p","validationActions":["Deny"],"paramRef":{{reference}}}"""));

    [Fact]
    public void Binding_of_a_mutating_policy_has_no_actions() => Assert.Empty(BindingCheck.Mutating(Binding("""{"policyName":"p"}""")));

    private static IEnumerable<string> Errors(string spec) => BindingCheck.Validating(Binding(spec)).Select(e => e.ToString());

    private static JsonObject Binding(string spec) => JsonNode.Parse($$"""{"metadata":{"name":"b"},"spec":{{spec}}}""")!.AsObject();
}
