using System.Text.Json;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;

namespace Daytwo.Admission.Tests;

public sealed class CompileProblemTests
{
    [Fact]
    public void Problem_names_field_position_and_reason()
    {
        var policy = ValidatingPolicy.Compile(JsonSerializer.Deserialize(
            """
            {"spec": {"variables": [{"name": "a", "expression": "1 +"}],
             "matchConditions": [{"name": "m", "expression": "true"}, {"name": "n", "expression": "'text'"}],
             "validations": [{"expression": "true"}, {"expression": "object.a &&\n nowhere", "messageExpression": "1"}]}}
            """,
            PolicyJson.Default.ValidatingAdmissionPolicy)!);

        Assert.Equal(
            ["spec.matchConditions[1].expression", "spec.variables[0].expression", "spec.validations[1].expression", "spec.validations[1].messageExpression"],
            policy.Problems.Select(p => p.Field));
        Assert.Equal("must evaluate to bool but got string", policy.Problems[0].Text);
        var issue = Assert.Single(policy.Problems[2].Issues);
        Assert.Equal((2, 1), (issue.Position.Line, issue.Position.Column));
        Assert.Equal("undeclared reference to 'nowhere' (in container '')", issue.Message);
    }

    [Fact]
    public void Problem_of_a_mutation_names_its_kind()
    {
        var policy = MutatingPolicy.Compile(JsonSerializer.Deserialize(
            """
            {"spec": {"mutations": [{"patchType": "JSONPatch", "jsonPatch": {"expression": "1"}}, {"patchType": "ApplyConfiguration", "applyConfiguration": {"expression": "[]"}}]}}
            """,
            PolicyJson.Default.MutatingAdmissionPolicy)!);

        Assert.Equal(["spec.mutations[0].jsonPatch.expression", "spec.mutations[1].applyConfiguration.expression"], policy.Problems.Select(p => p.Field));
        Assert.Equal("must evaluate to list(JSONPatch) but got int", policy.Problems[0].Text);
    }
}
