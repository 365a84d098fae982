using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Kubernetes.Results;
using Daytwo.Rules;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.Tests.AdmissionRule;

public sealed class AdmissionRuleRulesTests
{
    private static readonly ApiError Invalid = new(
        ApiErrorKind.Invalid, 422, "Invalid", "is invalid", [new ApiErrorCause("spec.matchConditions[0].expression", "FieldValueInvalid", "compilation failed")], null);

    [Fact]
    public void Policy_comes_before_its_binding_and_proof_before_ready()
    {
        var world = new RuleWorld(mutates: true);

        world.Settle();

        Assert.Equal(
            ["create ValidatingAdmissionPolicy", "create ValidatingAdmissionPolicyBinding", "create MutatingAdmissionPolicy", "create MutatingAdmissionPolicyBinding", "prove"], world.Done);
        Assert.Equal(("True", "InForce"), (world.Condition("Ready")!.Status, world.Condition("Ready")!.Reason));
        Assert.Equal(["a", "b"], world.Status.Policy!.ActiveOn);
        Assert.Equal((null, null), (world.Condition("Stalled"), world.Condition("Reconciling")));
        Assert.Single(world.Told, notice => notice is { Level: NoticeLevel.Normal, Reason: "InForce" });
    }

    [Fact]
    public void Settled_rule_gives_the_same_decision_again_with_nothing_to_do()
    {
        var world = new RuleWorld();
        world.Settle();
        var before = world.Status;

        var again = world.Decide();

        Assert.Null(again.Effect);
        Assert.Empty(again.Events);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(before), System.Text.Json.JsonSerializer.Serialize(again.Status));
        Assert.Equal(world.Wall.AddMinutes(10), again.WakeAt);
    }

    [Fact]
    public void Silent_apiserver_is_named_and_asked_again_soon_until_it_answers()
    {
        var world = new RuleWorld();
        world.Silent.Add("b");

        var decision = world.Settle();

        Assert.Equal(("False", "NotYetInForce"), (world.Condition("Ready")!.Status, world.Condition("Ready")!.Reason));
        Assert.Equal(["b: no answer"], world.Status.Policy!.PendingOn);
        Assert.Equal(world.Wall.AddMilliseconds(500), decision.WakeAt);
        Assert.NotNull(world.Condition("Reconciling"));

        world.Silent.Clear();
        world.Wall = decision.WakeAt!.Value;
        world.Settle();

        Assert.Equal("True", world.Condition("Ready")!.Status);
    }

    [Fact]
    public void Apiserver_that_stays_silent_is_asked_less_and_less_often()
    {
        var world = new RuleWorld();
        world.Silent.Add("b");
        var pauses = new List<TimeSpan>();
        while (pauses.Count < 20)
        {
            var wake = world.Settle().WakeAt!.Value;
            pauses.Add(wake - world.Wall);
            world.Wall = wake;
        }

        Assert.Equal(TimeSpan.FromMilliseconds(500), pauses[0]);
        Assert.Equal(TimeSpan.FromSeconds(30), pauses[^1]);
        Assert.Equal(pauses.Order(), pauses);
    }

    [Fact]
    public void Proof_is_renewed_now_and_then_and_what_was_proven_stays_ready_for_a_minute_of_silence()
    {
        var world = new RuleWorld();
        world.Settle();
        world.Wall = world.Wall.AddMinutes(10);
        world.Silent.Add("a");

        world.Settle();

        Assert.Equal("prove", world.Done[^1]);
        Assert.Equal("True", world.Condition("Ready")!.Status);
        Assert.Equal(["a: no answer"], world.Status.Policy!.PendingOn);

        world.Wall = world.Wall.AddMinutes(1);
        world.Settle();

        Assert.Equal("False", world.Condition("Ready")!.Status);
    }

    [Fact]
    public void Change_by_someone_else_is_undone_and_told()
    {
        var world = new RuleWorld();
        world.Settle();
        var policy = world.Made[0].Live.Json.DeepClone().AsObject();
        policy["spec"]!["matchConditions"] = new JsonArray(new JsonObject { ["name"] = "off", ["expression"] = "false" });
        world.Put(PolicyTypes.ValidatingPolicy, policy);
        world.Done.Clear();

        world.Settle();

        Assert.Equal(["update ValidatingAdmissionPolicy", "prove"], world.Done);
        Assert.Contains(world.Told, notice => notice is { Level: NoticeLevel.Warning, Reason: "Restored" });
        Assert.Equal("True", world.Condition("Ready")!.Status);
    }

    [Fact]
    public void Change_of_the_rule_is_no_restoration()
    {
        var world = new RuleWorld();
        world.Settle();
        world.Change(spec => spec with { Validations = [new RuleValidation { Expression = "false", Message = "m" }] });

        world.Settle();

        Assert.DoesNotContain(world.Told, notice => notice.Reason == "Restored");
        Assert.Equal(2, world.Status.ObservedGeneration);
    }

    [Fact]
    public void Softer_mode_takes_the_binding_of_mutations_away_before_anything_else()
    {
        var world = new RuleWorld(mutates: true);
        world.Settle();
        world.Done.Clear();
        world.Change(spec => spec with { Mode = RuleMode.Warn });

        world.Settle();

        Assert.Equal(["delete MutatingAdmissionPolicyBinding", "update ValidatingAdmissionPolicyBinding", "prove"], world.Done);
        Assert.Equal("True", world.Condition("Degraded")!.Status);
        Assert.Equal("spec.mode", Assert.Single(world.Status.Findings!).Field);
    }

    [Fact]
    public void Rule_that_is_gone_takes_bindings_and_then_policies_along_but_nothing_of_others()
    {
        var world = new RuleWorld(mutates: true);
        world.Settle();
        world.Done.Clear();
        var foreign = world.Made[0].Live.Json.DeepClone().AsObject();
        foreign["metadata"]!.AsObject().Remove("labels");
        world.Put(PolicyTypes.ValidatingPolicy, foreign);
        world.Rule = null;

        world.Settle();

        Assert.Equal(["delete ValidatingAdmissionPolicyBinding", "delete MutatingAdmissionPolicyBinding", "delete MutatingAdmissionPolicy"], world.Done);
        Assert.Equal("ValidatingAdmissionPolicy", world.Kinds);
    }

    [Fact]
    public void Policy_of_someone_else_with_the_name_is_not_touched()
    {
        var world = new RuleWorld();
        world.Put(PolicyTypes.ValidatingPolicy, new JsonObject { ["metadata"] = new JsonObject(), ["spec"] = new JsonObject() });

        world.Settle();

        Assert.Empty(world.Done);
        Assert.Equal(("False", "NameTaken"), (world.Condition("Ready")!.Status, world.Condition("Ready")!.Reason));
        Assert.Equal("True", world.Condition("Stalled")!.Status);
    }

    [Fact]
    public void Rule_that_cannot_be_rendered_leaves_what_is_in_force()
    {
        var world = new RuleWorld();
        world.Settle();
        world.Done.Clear();
        world.Change(spec => spec with { Match = spec.Match with { MatchConditions = [new RuleMatchCondition { Name = "a", Expression = "variables.x" }] } });

        world.Settle();

        Assert.Empty(world.Done);
        Assert.Equal("ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding", world.Kinds);
        Assert.Equal(("False", "CannotBeRendered"), (world.Condition("Ready")!.Status, world.Condition("Ready")!.Reason));
        Assert.Contains("spec.match.matchConditions[0].expression", world.Condition("Ready")!.Message, StringComparison.Ordinal);
        Assert.Contains("stay in force", world.Condition("Ready")!.Message, StringComparison.Ordinal);
        Assert.Equal(FindingLevel.Error, Assert.Single(world.Status.Findings!).Level);
    }

    [Fact]
    public void Refusal_is_told_in_the_words_of_the_rule_and_tried_again_after_a_while()
    {
        var world = new RuleWorld();
        world.Except("broken", world.Wall.AddDays(1));
        world.Refuses["ValidatingAdmissionPolicy"] = Invalid;

        var decision = world.Settle();

        Assert.Equal(["create ValidatingAdmissionPolicy"], world.Done);
        Assert.Equal(("False", "RefusedByAPI"), (world.Condition("Ready")!.Status, world.Condition("Ready")!.Reason));
        Assert.StartsWith("RuleException/broken spec.match.condition: compilation failed", world.Condition("Ready")!.Message, StringComparison.Ordinal);
        Assert.Equal(world.Wall.AddMinutes(1), decision.WakeAt);

        world.Refuses.Clear();
        world.Wall = decision.WakeAt!.Value;
        world.Settle();

        Assert.Equal("True", world.Condition("Ready")!.Status);
    }

    [Fact]
    public void Changed_rule_is_offered_at_once_though_the_one_before_was_refused()
    {
        var world = new RuleWorld();
        world.Refuses["ValidatingAdmissionPolicy"] = Invalid;
        world.Settle();
        world.Refuses.Clear();
        world.Change(spec => spec with { Validations = [new RuleValidation { Expression = "1 == 1", Message = "m" }] });

        world.Settle();

        Assert.Equal("True", world.Condition("Ready")!.Status);
    }

    [Fact]
    public void Api_without_mutating_policies_is_told_what_it_lacks()
    {
        var world = new RuleWorld(mutates: true);
        world.Refuses["MutatingAdmissionPolicy"] = new ApiError(ApiErrorKind.NotFound, 404, "NotFound", "not found", [], null);

        world.Settle();

        Assert.Contains("needs Kubernetes 1.36", world.Condition("Ready")!.Message, StringComparison.Ordinal);
        Assert.Equal("ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding", world.Kinds);
    }

    [Fact]
    public void Exception_is_rendered_in_and_out_again_the_moment_it_ends()
    {
        var world = new RuleWorld();
        var end = world.Wall.AddMinutes(5);
        world.Except("e", end);

        var decision = world.Settle();

        Assert.Equal(end, decision.WakeAt);
        Assert.Equal((1, 0, end), (world.Status.Exceptions!.Active, world.Status.Exceptions.Expired, world.Status.Exceptions.NextExpiry));
        Assert.Contains("exception.e", world.Made[0].Live.Json.ToJsonString(), StringComparison.Ordinal);

        world.Wall = end;
        world.Settle();

        Assert.DoesNotContain("exception.e", world.Made[0].Live.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((0, 1, null), (world.Status.Exceptions!.Active, world.Status.Exceptions.Expired, world.Status.Exceptions.NextExpiry));
        Assert.Single(world.Told, notice => notice.Reason == "ExceptionExpired");
        Assert.DoesNotContain(world.Told, notice => notice.Reason == "Restored");
    }

    [Fact]
    public void Rule_that_leaves_the_outlet_leaves_no_policies()
    {
        var world = new RuleWorld();
        world.Settle();
        world.Change(spec => spec with { Outlet = RuleOutlet.Webhook });

        world.Settle();

        Assert.Empty(world.Made);
        Assert.Null(world.Status.Policy);
        Assert.Null(world.Condition("PolicyReady"));
        Assert.Equal(("False", "OutletMissing"), (world.Condition("WebhookReady")!.Status, world.Condition("WebhookReady")!.Reason));
    }

    [Fact]
    public void Deleted_binding_is_made_again()
    {
        var world = new RuleWorld();
        world.Settle();
        world.Remove(PolicyTypes.ValidatingBinding);
        world.Done.Clear();

        world.Settle();

        Assert.Equal(["create ValidatingAdmissionPolicyBinding", "prove"], world.Done);
    }
}
