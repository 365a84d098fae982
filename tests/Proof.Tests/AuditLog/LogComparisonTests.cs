using System.Text.Json.Nodes;
using Daytwo.Proof.AuditLog;

namespace Daytwo.Proof.Tests.AuditLog;

public sealed class LogComparisonTests
{
    [Theory]
    [InlineData("[]", null, 0, 0)]
    [InlineData("[\"m\"]", "m", 0, 0)]
    [InlineData("[\"m\",\"n\"]", "m", 0, 0)] // an apiserver may log the first message only
    [InlineData("[\"m\"]", null, 1, 0)]
    [InlineData("[]", "m", 1, 0)]
    [InlineData("[\"n\"]", "m", 1, 0)]
    public void Verdicts_and_messages_of_one_event_are_compared(string webhook, string? policy, int different, int unknown) =>
        Assert.Equal((different, unknown), Told(Event(webhook, policy is null ? null : Failure("fixed-tags.rule.daytwo.dev", policy))));

    [Fact]
    public void Event_that_tells_the_failure_of_another_policy_only_tells_nothing_of_ours() => Assert.Equal((0, 1), Told(Event("[\"m\"]", Failure("other", "m"))));

    [Theory]
    [InlineData("{\"kind\":\"Event\",\"stage\":\"ResponseComplete\",\"annotations\":{\"authorization.k8s.io/decision\":\"allow\"}}")]
    [InlineData("{\"kind\":\"Event\",\"stage\":\"RequestReceived\",\"annotations\":{\"validate-ignore.webhooks.daytwo.dev/verdicts\":\"{}\"}}")]
    [InlineData("no event")]
    public void Other_lines_are_passed_over(string line)
    {
        var comparison = new LogComparison();
        comparison.Add(line);
        Assert.Empty(comparison.Finish().Rules);
    }

    [Fact]
    public void Every_rule_of_an_entry_is_compared_with_its_own_policy()
    {
        var comparison = new LogComparison();
        comparison.Add(Event("[],\"other\":[\"m\"]", Failure("other.rule.daytwo.dev", "m")));
        Assert.Equal(["fixed-tags 0 1", "other 0 0"], comparison.Finish().Rules.Select(rule => $"{rule.Rule} {rule.Different} {rule.Unknown}"));
    }

    [Fact]
    public void Difference_says_where_to_find_the_request()
    {
        var comparison = new LogComparison();
        comparison.Add(Event("[\"m\"]", null));
        var difference = Assert.Single(comparison.Finish().Differences);
        Assert.Equal(("fixed-tags", "create pods/ephemeralcontainers default/web", "id-1"), (difference.Rule, difference.Request, difference.AuditId));
    }

    [Fact]
    public void Line_that_is_cut_off_is_named() =>
        Assert.StartsWith("line 1 is no audit event", Assert.Throws<ProofException>(() => new LogComparison().Add(Event("[]", null)[..^5])).Message, StringComparison.Ordinal);

    private static (long, long) Told(string line)
    {
        var comparison = new LogComparison();
        comparison.Add(line);
        var rule = Assert.Single(comparison.Finish().Rules);
        return (rule.Different, rule.Unknown);
    }

    private static string Failure(string policy, string message) => new JsonArray(new JsonObject { ["policy"] = policy, ["message"] = message }).ToJsonString();

    private static string Event(string webhook, string? failures)
    {
        var annotations = new JsonObject { ["validate-ignore.webhooks.daytwo.dev/verdicts"] = $"{{\"fixed-tags\":{webhook}}}", ["validate-ignore.webhooks.daytwo.dev/fixed-tags.images"] = "2" };
        if (failures is not null)
        {
            annotations["validation.policy.admission.k8s.io/validation_failure"] = failures;
        }

        return new JsonObject
        {
            ["kind"] = "Event", ["stage"] = "ResponseComplete", ["auditID"] = "id-1", ["verb"] = "create", ["requestReceivedTimestamp"] = "2026-12-01T00:00:00.000000Z",
            ["objectRef"] = new JsonObject { ["resource"] = "pods", ["subresource"] = "ephemeralcontainers", ["namespace"] = "default", ["name"] = "web" },
            ["annotations"] = annotations,
        }.ToJsonString();
    }
}
