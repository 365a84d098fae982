using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Transport;
using Daytwo.Proof.Explaining;

namespace Daytwo.Cli.Rules;

/// <summary><c>daytwo rules explain</c>.</summary>
internal static class RulesExplain
{
    public static Command Create(Surroundings around)
    {
        var (cluster, rules, output) = (new ClusterOptions(), new RuleOptions(), CommonOptions.Output());
        var command = new Command("explain", "Tell what a rule is about, what it is rendered to, which exceptions hold, and what is wrong with it; exits 1 when it cannot be served") { output };
        rules.AddTo(command);
        cluster.AddTo(command);
        return command.WithExamples("daytwo rules explain no-latest-tag", "daytwo rules explain -f config/rules/no_latest_tag.yaml", "daytwo rules explain -f my-rule.yaml -o json | jq '.[].rendered[]'")
            .Runs(around, async (parsed, ct) =>
            {
                HttpApiTransport? transport = null;
                try
                {
                    var set = await rules.Read(parsed, () => new KubernetesClient(transport = new HttpApiTransport(cluster.Connection(parsed, around.Time), around.Time)), ct);
                    IReadOnlyList<RuleExplanation> all = [.. set.Rules.Select(rule => RuleExplanation.Of(rule, set.Exceptions, around.Time.GetUtcNow()))];
                    around.Printer(parsed.GetValue(output)).Print(all, ExplanationJson.Default.IReadOnlyListRuleExplanation, text => Write(text, all));
                    return all.All(explained => explained.Servable) ? ExitCode.Success : ExitCode.Failed;
                }
                finally
                {
                    transport?.Dispose();
                }
            });
    }

    private static void Write(TextWriter text, IReadOnlyList<RuleExplanation> all)
    {
        foreach (var rule in all)
        {
            text.WriteLine($"{rule.Rule}: mode {rule.Mode}, outlet {rule.Outlet}{(rule.Servable ? "" : ", CANNOT be served")}");
            Lines("about", rule.Matches);
            Lines("wrong", rule.Problems);
            Lines("known of it", rule.Findings.Select(finding => $"{finding.Level}: {finding.Field}: {finding.Message}"));
            Lines("exceptions in force", rule.Exceptions);
            Lines("exceptions over", rule.Expired);
            foreach (var item in rule.Rendered)
            {
                text.WriteLine("---");
                YamlText.Write(text, item);
            }

            text.WriteLine();
        }

        void Lines(string what, IEnumerable<string> lines)
        {
            foreach (var line in lines)
            {
                text.WriteLine($"  {what}: {line.ReplaceLineEndings("\n    ")}");
            }
        }
    }
}
