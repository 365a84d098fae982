using Daytwo.Crds.Admission;
using Daytwo.Crds.Exceptions;
using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.RuleException;
using Daytwo.Rules;

namespace Daytwo.Operator.Tests.RuleException;

public sealed class RuleExceptionRulesTests
{
    /// <summary>The match conditions that a policy has room for.</summary>
    private const int Room = 62;

    private static readonly DateTimeOffset End = new(2026, 12, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Before = End.AddHours(-1);

    [Fact]
    public void Exception_is_active_until_its_end_and_is_looked_at_again_then()
    {
        var decision = RuleExceptionRules.Decide(Seen(Exception("e"), Rule("a")), Before);

        Assert.Equal(("True", "False", End), (Active(decision.Status).Status, Status(decision.Status, "Expired"), decision.WakeAt));
    }

    [Fact]
    public void Exception_is_expired_from_its_end_on()
    {
        var decision = RuleExceptionRules.Decide(Seen(Exception("e"), Rule("a")), End);

        Assert.Equal(("False", "True", null), (Active(decision.Status).Status, Status(decision.Status, "Expired"), decision.WakeAt));
    }

    [Fact]
    public void Rule_that_does_not_exist_is_named()
    {
        var exception = Exception("e") with { Spec = Exception("e").Spec with { Rules = ["a", "typo"] } };

        var active = Active(RuleExceptionRules.Decide(Seen(exception, Rule("a")), Before).Status);

        Assert.Equal(("False", "RuleNotFound"), (active.Status, active.Reason));
        Assert.Equal("There is no AdmissionRule typo: correct spec.rules, or create the rule; it holds for the others it names", active.Message);
    }

    [Theory]
    [InlineData("object.", "AdmissionRule a leaves it out: correct spec.match.condition: compilation failed: ERROR: <input>:1:8: Syntax error")]
    [InlineData("variables.x == 1", "AdmissionRule a leaves it out: correct spec.match.condition: variables cannot be seen in conditions; write the expression out")]
    public void Condition_that_a_rule_cannot_use_is_told_in_one_line_with_the_remedy(string condition, string says)
    {
        var decision = RuleExceptionRules.Decide(Seen(Exception("e", condition: condition), Rule("a")), Before);

        var active = Active(decision.Status);
        Assert.Equal(("False", "ConditionUnusable", End), (active.Status, active.Reason, decision.WakeAt));
        Assert.StartsWith(says, active.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', active.Message);
    }

    [Fact]
    public void Condition_that_one_of_two_rules_cannot_use_holds_for_the_other()
    {
        var exception = Exception("e", condition: "authorizer.path('/').check('get').allowed()");
        var seen = Seen(exception with { Spec = exception.Spec with { Rules = ["a", "b", "c"] } }, Rule("a"), Rule("b", RuleOutlet.Webhook), Rule("c", RuleOutlet.Webhook));

        var active = Active(RuleExceptionRules.Decide(seen, Before).Status);

        Assert.Equal("ConditionUnusable", active.Reason);
        Assert.StartsWith("AdmissionRules b, c leave it out: correct spec.match.condition: a webhook cannot ask 'authorizer'", active.Message, StringComparison.Ordinal);
        Assert.EndsWith("; it holds for the others it names", active.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Youngest_exception_of_a_rule_without_room_is_told_and_looked_at_again_when_another_ends()
    {
        var seen = Seen(Exception("a-young"), Rule("a")) with { Exceptions = [Exception("a-young"), .. Older(Room)] };

        var decision = RuleExceptionRules.Decide(seen, Before.AddDays(-1));

        var active = Active(decision.Status);
        Assert.Equal(("False", "NoRoom", End.AddDays(-1)), (active.Status, active.Reason, decision.WakeAt));
        Assert.Equal(
            "AdmissionRule a leaves it out: a rule may have 62 match conditions, 0 are its own and 62 of its exceptions have room, those that were created first: "
            + "join exceptions that have the same owner and end, or delete some", active.Message);
    }

    [Fact]
    public void Exception_of_a_rule_without_room_holds_once_another_has_ended()
    {
        var seen = Seen(Exception("a-young"), Rule("a")) with { Exceptions = [Exception("a-young"), .. Older(Room)] };

        var decision = RuleExceptionRules.Decide(seen, End.AddDays(-1));

        Assert.Equal(("True", "Holds", End), (Active(decision.Status).Status, Active(decision.Status).Reason, decision.WakeAt));
    }

    [Fact]
    public void Older_exception_of_a_rule_without_room_holds()
    {
        var older = Older(Room).ToList();
        var seen = Seen(older[1], Rule("a")) with { Exceptions = [Exception("a-young"), .. older] };

        Assert.Equal("True", Active(RuleExceptionRules.Decide(seen, Before.AddDays(-1)).Status).Status);
    }

    [Fact]
    public void Exception_is_told_to_be_left_out_exactly_where_the_rule_is_rendered_without_it()
    {
        var rule = Rule("a");
        List<Crds.RuleException> all = [Exception("broken", condition: "object."), Exception("young"), Exception("younger", created: End), .. Older(Room - 1), Exception("over", end: Before)];

        var rendered = RuleRenderer.Render(rule, all, Before.AddDays(-2));
        var active = all.Where(exception => Active(RuleExceptionRules.Decide(Seen(exception, rule) with { Exceptions = all }, Before.AddDays(-2)).Status).Status == "True");

        Assert.Equal(rendered.Exceptions.Active.Select(exception => exception.Metadata.Name), active.Select(exception => exception.Metadata.Name).Order(StringComparer.Ordinal));
    }

    private static Condition Active(RuleExceptionStatus status) => status.Conditions!.Single(c => c.Type == "Active");

    private static string Status(RuleExceptionStatus status, string type) => status.Conditions!.Single(c => c.Type == type).Status;

    private static RuleExceptionSeen Seen(Crds.RuleException exception, params Crds.AdmissionRule[] rules) => new(exception, rules, [exception]);

    /// <summary>Created before the others; the first ends a day before them.</summary>
    private static IEnumerable<Crds.RuleException> Older(int count) =>
        Enumerable.Range(0, count).Select(i => Exception($"older-{i:00}", created: End.AddDays(-30), end: i == 0 ? End.AddDays(-1) : End));

    private static Crds.RuleException Exception(string name, string? condition = null, DateTimeOffset? created = null, DateTimeOffset? end = null) => new()
    {
        Metadata = new ObjectMeta { Name = name, Generation = 1, CreationTimestamp = created ?? End.AddDays(-10) },
        Spec = new RuleExceptionSpec { Rules = ["a"], Match = new ExceptionMatch { Names = ["x"], Condition = condition }, Owner = "o", Reason = "r", ExpiresAt = end ?? End },
    };

    private static Crds.AdmissionRule Rule(string name, RuleOutlet outlet = RuleOutlet.Policy) => new()
    {
        Metadata = new ObjectMeta { Name = name, Generation = 1 },
        Spec = new AdmissionRuleSpec
        {
            Outlet = outlet,
            Match = new RuleMatch { ResourceRules = [new RuleResources { ApiGroups = [""], ApiVersions = ["v1"], Resources = ["pods"], Operations = [AdmissionOperation.Create] }] },
            Validations = [new RuleValidation { Expression = "true", Message = "m" }],
        },
    };
}
