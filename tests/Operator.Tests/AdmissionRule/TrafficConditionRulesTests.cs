using Daytwo.Crds.Admission;

namespace Daytwo.Operator.Tests.AdmissionRule;

/// <summary>What a rule's status says of counters and comparisons that it does not have.</summary>
public sealed class TrafficConditionRulesTests
{
    [Fact]
    public void Rule_of_the_outlet_policy_says_who_counts_it_instead()
    {
        var world = new RuleWorld(RuleMode.Shadow);
        world.Settle();
        Assert.Equal(("False", "CountedByApiservers"), Said(world, "Counted"));
        Assert.Contains("apiserver_validating_admission_policy_check_total{policy=\"rule.rule.daytwo.dev\"}", world.Condition("Counted")!.Message, StringComparison.Ordinal);
        Assert.Null(world.Condition("Compared"));

        world.Change(spec => spec with { Outlet = RuleOutlet.Webhook });
        world.Settle();
        Assert.Equal(("True", "CountedByReplicas"), Said(world, "Counted"));
        Assert.Null(world.Condition("Compared"));
    }

    [Theory]
    [InlineData(RuleMode.Enforce, "True", "InStatus")]
    [InlineData(RuleMode.Warn, "False", "InAuditLogs")]
    [InlineData(RuleMode.Audit, "False", "InAuditLogs")]
    [InlineData(RuleMode.Shadow, "False", "InAuditLogs")]
    public void Rule_in_both_outlets_says_where_they_are_compared(RuleMode mode, string compared, string reason)
    {
        var world = new RuleWorld(mode, outlet: RuleOutlet.Both);
        world.Settle();
        Assert.Equal((compared, reason), Said(world, "Compared"));
    }

    [Fact]
    public void Nothing_is_compared_before_the_policy_is_proven_or_while_the_rule_does_nothing()
    {
        var world = new RuleWorld(outlet: RuleOutlet.Both, mutates: true);
        world.Silent.Add("b");
        world.Settle();
        Assert.Equal(("False", "NotYetInForce"), Said(world, "Compared"));

        world.Silent.Clear();
        world.Change(spec => spec with { Mode = RuleMode.Warn, Validations = null });
        world.Settle();
        Assert.Equal(("False", "NothingToCompare"), Said(world, "Compared"));
        Assert.Contains("in mode Warn", world.Condition("Compared")!.Message, StringComparison.Ordinal);
    }

    private static (string, string) Said(RuleWorld world, string type) => world.Condition(type) is { } said ? (said.Status, said.Reason) : default;
}
