using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>Rules in both outlets on a real control plane of two apiservers, with the webhooks as a process.</summary>
public sealed class RulesCompareTests
{
    [Theory]
    [InlineData("no_latest_tag.yaml")]
    [InlineData("mutating/default_security_context.yaml")]
    public async Task Rule_in_both_outlets_answers_edge_cases_alike_on_each_apiserver(string file)
    {
        Programs.Require("etcd");
        Programs.Require("kube-apiserver");
        Programs.Require("kube-controller-manager");
        Programs.Require("kube-scheduler");

        var result = await DaytwoProgram.Run("rules", "compare", "--local", "-f", Repository.Path("config", "rules", file), "--generate", "400");

        Assert.Contains("requests were answered alike through both outlets", result.Good(), StringComparison.Ordinal);
    }
}
