using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Proof.Explaining;

namespace Daytwo.Proof.Tests.Explaining;

public sealed class RuleExplanationTests
{
    [Fact]
    public void Good_rule_is_told_with_what_it_is_rendered_to()
    {
        var explained = RuleExplanation.Of(Rule("object.data.size() < 2"), [], DateTimeOffset.UnixEpoch);
        Assert.True(explained.Servable);
        Assert.Equal(["CREATE of configmaps (core/v1)"], explained.Matches);
        Assert.Equal(["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"], explained.Rendered.Select(item => (string?)item["kind"]));
    }

    [Fact]
    public void Expression_that_does_not_compile_is_told_with_field_and_position()
    {
        var explained = RuleExplanation.Of(Rule("request.nonsense == 1"), [], DateTimeOffset.UnixEpoch);
        Assert.False(explained.Servable);
        var problem = Assert.Single(explained.Problems);
        Assert.StartsWith("spec.validations[0].expression: ", problem, StringComparison.Ordinal);
        Assert.Contains("undefined field 'nonsense'", problem, StringComparison.Ordinal);
    }

    private static AdmissionRule Rule(string expression) => new()
    {
        Metadata = new ObjectMeta { Name = "small" },
        Spec = new AdmissionRuleSpec
        {
            Match = new RuleMatch { ResourceRules = [new RuleResources { ApiGroups = [""], ApiVersions = ["v1"], Resources = ["configmaps"], Operations = [AdmissionOperation.Create] }] },
            Validations = [new RuleValidation { Expression = expression, Message = "at most one key" }],
        },
    };
}
