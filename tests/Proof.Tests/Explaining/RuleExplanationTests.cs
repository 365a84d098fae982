using System.Text.Json.Nodes;
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

    [Fact]
    public void Expressions_are_told_with_their_types()
    {
        var rule = Rule("variables.keys < 2");
        var explained = RuleExplanation.Of(rule with { Spec = rule.Spec with { Variables = [new RuleVariable { Name = "keys", Expression = "size(object.data)" }] } }, [], DateTimeOffset.UnixEpoch);
        Assert.Equal([("spec.variables[0].expression", "int"), ("spec.validations[0].expression", "bool")], explained.Expressions.Select(expression => (expression.Field, expression.Type)));
        Assert.All(explained.Expressions, expression => Assert.Null(expression.Cost));
    }

    [Fact]
    public void Cost_is_found_on_small_and_on_large_objects()
    {
        var cost = Cost("object.data.all(k, object.data[k].size() < 100)");
        Assert.InRange(cost.Small, 1, 1000);
        Assert.InRange(cost.Large, 100_000, 2_000_000);
        Assert.Contains("ConfigMap", cost.LargeObject, StringComparison.Ordinal);
    }

    [Fact]
    public void Expression_that_large_objects_make_too_dear_is_over_budget() => Assert.True(Cost("object.data.all(k, object.data.all(m, k != m || object.data[m].size() < 100))").OverBudget);

    [Fact]
    public void Large_lists_are_tried_with_items_of_little_more_than_a_name_too()
    {
        var rule = Rule("object.spec.containers.all(c, !has(c.resources) || c.resources.size() >= 0)");
        var pods = rule with { Spec = rule.Spec with { Match = new RuleMatch { ResourceRules = [rule.Spec.Match.ResourceRules[0] with { Resources = ["pods"] }] } } };
        var pod = new JsonObject
        {
            ["apiVersion"] = "v1", ["kind"] = "Pod", ["metadata"] = new JsonObject { ["name"] = "a" },
            ["spec"] = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = "c", ["resources"] = new JsonObject { ["limits"] = new JsonObject { ["memory"] = new string('1', 1000) } } }) },
        };
        var cost = Assert.Single(RuleExplanation.Of(pods, [], DateTimeOffset.UnixEpoch, [pod]).Expressions).Cost!;
        Assert.Equal("Pod, long, bare spec.containers", cost.LargeObject);
    }

    private static ExpressionCost Cost(string expression) =>
        Assert.Single(RuleExplanation.Of(Rule(expression), [], DateTimeOffset.UnixEpoch, []).Expressions).Cost!;

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
