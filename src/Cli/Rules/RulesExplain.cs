using System.CommandLine;
using Daytwo.Cel;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Transport;
using Daytwo.Proof;
using Daytwo.Proof.Explaining;
using Daytwo.Proof.Files;

namespace Daytwo.Cli.Rules;

/// <summary><c>daytwo rules explain</c>.</summary>
internal static class RulesExplain
{
    public static Command Create(Surroundings around)
    {
        var (cluster, rules, output) = (new ClusterOptions(), new RuleOptions(), CommonOptions.Output());
        var cost = new Option<bool>("--cost") { Description = "Find by trial what expressions cost, on small objects and on ones as large as the API takes; takes some seconds for a rule" };
        var objects = new Option<string[]>("--objects") { Description = "File or folder of small objects to find costs with; may be repeated (default: common kinds)", HelpName = "FILE" };
        var command = new Command("explain", "Tell what a rule is about, its expressions' types and costs, what it is rendered to, which exceptions hold, and what is wrong with it; exits 1 when it cannot be served") { cost, objects, output };
        rules.AddTo(command);
        cluster.AddTo(command);
        return command.WithExamples("daytwo rules explain no-latest-tag", "daytwo rules explain -f config/rules/no_latest_tag.yaml --cost", "daytwo rules explain -f my-rule.yaml -o json | jq '.[].rendered[]'")
            .Runs(around, async (parsed, ct) =>
            {
                HttpApiTransport? transport = null;
                try
                {
                    var set = await rules.Read(parsed, () => new KubernetesClient(transport = new HttpApiTransport(cluster.Connection(parsed, around.Time), around.Time)), ct);
                    var samples = parsed.GetValue(cost) || parsed.GetValue(objects) is { Length: > 0 } ? ObjectFiles.Read(parsed.GetValue(objects) ?? []).Select(item => item.Json).ToList() : null;
                    IReadOnlyList<RuleExplanation> all = [.. set.Rules.Select(rule => RuleExplanation.Of(rule, set.Exceptions, around.Time.GetUtcNow(), samples))];
                    around.Printer(parsed.GetValue(output)).Print(all, ExplanationJson.Default.IReadOnlyListRuleExplanation, text => Write(text, all));
                    return all.All(explained => explained.Servable) ? ExitCode.Success : ExitCode.Failed;
                }
                catch (ProofException e)
                {
                    throw new CliException($"--objects: {e.Message}", ExitCode.Usage, e);
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
            Lines("type", rule.Expressions.Select(expression => $"{expression.Field}: {expression.Type ?? "does not compile"}"));
            Lines("cost", rule.Expressions.Where(expression => expression.Cost is not null).Select(expression => $"{expression.Field}: {Cost(expression.Cost!)}"));
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

    private static string Cost(ExpressionCost cost) =>
        $"{Human.Count(cost.Small)} on a small object, {Human.Count(cost.Large)} on the worst large one found ({cost.LargeObject}){(cost.OverBudget ? ", which is OVER BUDGET: failurePolicy then decides" : "")}; the budget is {Human.Count(CelProgram.DefaultCostLimit)} for an expression or variable, {Human.Count(RuleExplanation.Budget)} in all";
}
