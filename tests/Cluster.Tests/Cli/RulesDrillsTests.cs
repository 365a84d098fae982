using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>Drills on a real control plane: what gets through and what does not while the webhook is broken, outlet by outlet.</summary>
public sealed class RulesDrillsTests
{
    [Fact]
    public async Task Broken_webhook_lets_pass_or_refuses_as_its_failure_policy_says_and_never_touches_the_policy()
    {
        Programs.Require("etcd");
        Programs.Require("kube-apiserver");

        var result = await DaytwoProgram.Run(
            "rules", "compare", "--local", "-f", Repository.Path("config", "rules", "no_latest_tag.yaml"), "--generate", "20", "-o", "json",
            "--drill", "replica-killed", "--drill", "certificate-expired", "--drill", "slow-webhook", "--drill", "silent-webhook", "--drill", "over-budget");

        var drills = JsonNode.Parse(result.Good())!["drills"]!.AsArray();
        foreach (var broken in new[] { "replica-killed", "certificate-expired", "silent-webhook" })
        {
            Assert.Equal((0, 0, 0), Wrong(Outlet(drills, broken, "Policy")));
            Assert.True(Wrong(Outlet(drills, broken, "WebhookFailOpen")) is { Gap: > 0, Outage: 0, Unjudged: 0 }, result.Output);
            Assert.True(Wrong(Outlet(drills, broken, "WebhookFailClosed")) is { Gap: 0, Outage: > 0, Unjudged: > 0 }, result.Output);
        }

        Assert.Contains("certificate has expired", Told(Outlet(drills, "certificate-expired", "WebhookFailClosed")), StringComparison.Ordinal);
        Assert.Contains("connection refused", Told(Outlet(drills, "replica-killed", "WebhookFailClosed")), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), Wrong(Outlet(drills, "slow-webhook", "WebhookFailClosed")));
        foreach (var closed in new[] { "Policy", "WebhookFailClosed" })
        {
            Assert.True(Wrong(Outlet(drills, "over-budget", closed)) is { Gap: 0, Outage: > 0 }, result.Output);
            Assert.Contains("cost limit exceeded", Told(Outlet(drills, "over-budget", closed)), StringComparison.Ordinal);
        }

        Assert.True(Wrong(Outlet(drills, "over-budget", "PolicyFailOpen")) is { Gap: > 0, Outage: 0 }, result.Output);
        Assert.True(Wrong(Outlet(drills, "over-budget", "WebhookFailOpen")) is { Gap: > 0, Outage: 0 }, result.Output);
    }

    private static JsonNode Outlet(JsonArray drills, string drill, string outlet) =>
        drills.Single(item => (string?)item!["name"] == drill)!["outlets"]!.AsArray().Single(item => (string?)item!["outlet"] == outlet)!;

    private static (int Gap, int Outage, int Unjudged) Wrong(JsonNode outlet) => ((int)outlet["gap"]!, (int)outlet["outage"]!, (int)outlet["unjudged"]!);

    private static string Told(JsonNode outlet) => outlet["errors"]!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
