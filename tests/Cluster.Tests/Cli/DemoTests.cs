using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cli;

public sealed class DemoTests
{
    /// <summary>Both wait for the next minute, so they wait together.</summary>
    [Fact]
    public async Task Demo_shows_backups_and_rules_with_real_programs_and_with_what_the_program_carries()
    {
        Programs.Require("etcd");
        Programs.Require("kube-apiserver");
        Programs.RequireS3();

        var results = await Task.WhenAll(
            DaytwoProgram.Run("demo", "--once", "--offline"),
            DaytwoProgram.Run("demo", "--once", "--offline", "--embedded", "--directory"));

        foreach (var output in results.Select(r => r.Good()))
        {
            Assert.Contains("a scheduled and a one-off backup were taken, stored and verified; a policy and a webhook refused what their rules forbid", output, StringComparison.Ordinal);
            Assert.Contains("before-the-upgrade", output, StringComparison.Ordinal);
            Assert.Contains("deployments.apps \"web\" is forbidden: ValidatingAdmissionPolicy 'fixed-tags.rule.daytwo.dev'", output, StringComparison.Ordinal);
            Assert.Contains("admission webhook \"validate-ignore.webhooks.daytwo.dev\" denied the request: AdmissionRule 'memory-limits' denied request", output, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Folder(output)), $"{Folder(output)} is left");
        }
    }

    private static string Folder(string output)
    {
        var line = output.Split('\n').Single(l => l.TrimStart().StartsWith(". /", StringComparison.Ordinal));
        return Path.GetDirectoryName(line.Trim()[2..])!;
    }
}
