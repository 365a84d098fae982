namespace Daytwo.Rules.Tests;

public sealed class RuleFieldsTests
{
    private const string Yaml = """
        {kind: AdmissionRule, metadata: {name: r}, spec: {match: {resourceRules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}], matchConditions: [{name: a, expression: 'true'}]},
          params: {values: [{name: x, value: 1}]}, variables: [{name: z, expression: '1'}], validations: [{expression: 'true', message: m}]}}
        ---
        {kind: RuleException, metadata: {name: e}, spec: {rules: [r], match: {names: [a]}, owner: o, reason: r, expiresAt: '2027-01-01T00:00:00Z'}}
        """;

    [Theory]
    [InlineData("spec.validations[0].expression", "spec.validations[0].expression")]
    [InlineData("spec.variables[0].expression", "spec.params.values[0]")]
    [InlineData("spec.variables[1].expression", "spec.variables[0].expression")]
    [InlineData("spec.matchConditions[0].expression", "spec.match.matchConditions[0].expression")]
    [InlineData("spec.matchConditions[1].expression", "RuleException/e spec.match.condition")]
    [InlineData("spec.matchConditions[2].expression", "spec.matchConditions[2].expression")]
    [InlineData("spec.matchConstraints.resourceRules[0].apiGroups", "spec.match.resourceRules[0].apiGroups")]
    public void Field_of_a_policy_is_told_as_the_field_of_the_rule_it_came_from(string policyField, string expected)
    {
        var (rule, rendered) = TestFiles.Read(Yaml);

        Assert.Equal(expected, RuleFields.Of(rule, rendered, policyField));
    }
}
