using Daytwo.Crds.Admission;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Operator.Tests.AdmissionRule;

/// <summary>When a rule of the outlet Webhook is ready.</summary>
public sealed class WebhookRulesTests
{
    private readonly RuleWorld world = new(outlet: RuleOutlet.Webhook);

    private (string, string) Ready => (world.Condition("WebhookReady")!.Status, world.Condition("WebhookReady")!.Reason);

    private string Message => world.Condition("Ready")!.Message;

    [Fact]
    public void Rule_is_ready_when_every_live_replica_has_loaded_it_and_every_apiserver_calls_them()
    {
        world.Replicas.AddRange([Replica("a"), Replica("dead", "old", world.Wall.AddMinutes(-5))]);
        world.NotCalling.Add("b");

        world.Settle();

        Assert.Equal(("False", "NotYetInForce"), Ready);
        Assert.Equal("Not yet seen in force on b: no answer", Message);
        Assert.Equal(["a"], world.Status.WebhookCalls!.ActiveOn);
        Assert.Equal(["b: no answer"], world.Status.WebhookCalls.PendingOn);

        world.NotCalling.Clear();
        world.Wall = world.Wall.AddSeconds(1);
        world.Settle();

        Assert.Equal(("True", "InForce"), Ready);
        Assert.Equal(["a"], world.Status.WebhookCalls!.LoadedBy);
        Assert.Equal("1 webhook replica(s) enforce the rule, and 2 apiserver(s) were seen to call them", Message);
    }

    [Fact]
    public void Apiservers_are_asked_when_rule_or_replicas_change_and_else_every_ten_minutes()
    {
        world.Replicas.Add(Replica("a"));
        var decision = world.Settle();
        Assert.Equal(["prove webhooks"], world.Done);
        Assert.Equal(world.Wall.AddMinutes(10), decision.WakeAt);

        world.Settle();
        world.Replicas[0] = Replica("a") with { RenewedAt = world.Wall.AddSeconds(10) };
        world.Settle();
        Assert.Equal(["prove webhooks"], world.Done);

        world.Replicas[0] = Replica("a") with { Authorities = "another" };
        world.Settle();
        world.Change(spec => spec with { Webhook = new RuleWebhook { TimeoutSeconds = 3 } });
        world.Settle();
        Assert.Equal(3, world.Done.Count);

        world.Wall = world.Wall.AddMinutes(10);
        world.Replicas[0] = Replica("a") with { Authorities = "another" };
        world.Settle();
        Assert.Equal(4, world.Done.Count);
    }

    [Fact]
    public void Rule_stays_ready_while_replicas_are_replaced()
    {
        world.Replicas.Add(Replica("a"));
        world.Settle();
        world.Replicas.Add(Replica("b"));

        Assert.IsType<Effect.ProveWebhooks>(world.Decide().Effect);
        world.Rule = world.Rule! with { Status = world.Decide().Status };

        Assert.Equal(("True", "InForce"), Ready);
    }

    [Fact]
    public void Rule_is_not_ready_again_before_apiservers_were_seen_to_reach_the_replicas_that_came_back()
    {
        world.Replicas.Add(Replica("a"));
        world.Settle();
        world.Replicas.Clear();
        world.Settle();
        Assert.Equal(("False", "OutletMissing"), Ready);

        world.NotCalling.Add("a");
        world.Replicas.Add(Replica("b"));
        world.Settle();
        Assert.Equal(("False", "NotYetInForce"), Ready);
    }

    [Fact]
    public void Replicas_that_died_without_a_word_are_told_with_what_becomes_of_requests()
    {
        world.Replicas.Add(Replica("a"));
        world.Settle();
        world.Wall = world.Wall.AddSeconds(40);
        world.Settle();
        Assert.Equal(("False", "ReplicasSilent"), Ready);
        Assert.StartsWith("no webhook replica is alive; a was the last, renewed 2026-12-01T00:00:00Z. Requests that the rule is about are not judged meanwhile", Message, StringComparison.Ordinal);

        world.Change(spec => spec with { Webhook = new RuleWebhook { FailurePolicy = WebhookFailurePolicy.Fail } });
        world.Settle();
        Assert.Contains("are refused meanwhile", Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replica_that_lags_or_refuses_is_named()
    {
        world.Replicas.AddRange([Replica("a"), Replica("b", "old")]);
        world.Settle();
        Assert.Equal(("False", "NotYetInForce"), Ready);
        Assert.Contains("b: enforces an earlier state", Message, StringComparison.Ordinal);

        world.Replicas[1] = Replica("b", ReplicaReport.NotLoaded + "spec.mutations[0]: cannot be");
        world.Settle();
        Assert.Equal(("True", "RefusedByWebhook"), (world.Condition("Stalled")!.Status, world.Condition("Stalled")!.Reason));
    }

    [Fact]
    public void Rule_that_cannot_be_rendered_says_who_still_judges_by_what_it_was()
    {
        world.Replicas.Add(Replica("a"));
        world.Settle();
        world.Change(spec => spec with { Match = spec.Match with { ResourceRules = [new RuleResources { ApiGroups = ["coordination.k8s.io"], ApiVersions = ["v1"], Resources = ["leases"], Operations = [AdmissionOperation.Create] }] } });
        string[] told = [ReplicaReport.NotLoadedFor("p", asBefore: true), ReplicaReport.NotLoadedFor("p", asBefore: false)];

        Assert.EndsWith("(the webhook replicas judge by the rule as it was before, until they start anew)", Said(told[0]), StringComparison.Ordinal);
        Assert.EndsWith("(1 of 2 webhook replicas judge by the rule as it was before; the others started since and let requests pass)", Said(told[0], told[1]), StringComparison.Ordinal);
        Assert.EndsWith("(the webhook replicas judge by the rule as it was before, until they start anew)", Said("the digest of what it was"), StringComparison.Ordinal);
        Assert.Contains("(no webhook replica has served the rule before: requests pass", Said(told[1]), StringComparison.Ordinal);
        Assert.EndsWith("(no webhook replica is alive)", Said(), StringComparison.Ordinal);
        Assert.Equal(("False", "CannotBeRendered"), Ready);

        string Said(params string[] replicas)
        {
            world.Replicas.Clear();
            world.Replicas.AddRange(replicas.Select((said, index) => Replica($"r{index}", said)));
            world.Settle();
            return Message;
        }
    }

    [Fact]
    public void Rule_in_both_outlets_is_ready_when_both_are_proven()
    {
        var both = new RuleWorld(outlet: RuleOutlet.Both);
        both.Replicas.Add(Replica("a", RuleDigest.Of(RuleRenderer.Render(both.Rule!, [], both.Wall)), both.Wall));
        both.NotCalling.Add("b");
        both.Settle();
        Assert.Equal(("True", "False", "False"), (both.Condition("PolicyReady")!.Status, both.Condition("WebhookReady")!.Status, both.Condition("Ready")!.Status));

        both.NotCalling.Clear();
        both.Wall = both.Wall.AddSeconds(1);
        both.Settle();
        Assert.Equal(("True", "True"), (both.Condition("WebhookReady")!.Status, both.Condition("Ready")!.Status));
    }

    private ReplicaReport Replica(string name, string? digest = null, DateTimeOffset? renewed = null) =>
        new(name, "PEM", new Dictionary<string, string> { ["rule"] = digest ?? RuleDigest.Of(RuleRenderer.Render(world.Rule!, [], world.Wall)) }, renewed ?? world.Wall, TimeSpan.FromSeconds(40));
}
