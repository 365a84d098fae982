using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Proof;
using Daytwo.Proof.Suites;

namespace Daytwo.Cli.Rules;

/// <summary><c>daytwo rules test</c>.</summary>
internal static class RulesTest
{
    public static Command Create(Surroundings around)
    {
        var files = new Argument<string[]>("FILE") { Description = "Suites, or folders of suites", Arity = ArgumentArity.OneOrMore };
        var output = CommonOptions.Output();
        return new Command("test", "Try rules on the requests of suites, without any cluster; exits 1 when one is not judged as expected") { files, output }
            .WithExamples("daytwo rules test config/rules/tests", "daytwo rules test my-suite.yaml -o json | jq '.cases[] | select(.passed | not)'")
            .Runs(around, (parsed, _) =>
            {
                try
                {
                    var suites = parsed.GetValue(files)!.SelectMany(Suites).ToList();
                    var report = new TestReport([.. suites.SelectMany(file => SuiteRunner.Run(file, around.Time.GetUtcNow()))]);
                    around.Printer(parsed.GetValue(output)).Print(report, TestReportJson.Default.TestReport, text => Table(text, around.Ink, report));
                    return Task.FromResult(report.Failed == 0 ? ExitCode.Success : ExitCode.Failed);
                }
                catch (ProofException e)
                {
                    throw new CliException(e.Message, ExitCode.Usage, e);
                }
            });
    }

    private static IEnumerable<string> Suites(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : File.Exists(path) ? [path] : throw new CliException($"there is no file or folder {path}", ExitCode.Usage);

    private static void Table(TextWriter text, Ink ink, TestReport report)
    {
        foreach (var item in report.Cases.Where(item => !item.Passed))
        {
            text.WriteLine($"{ink.Bad("FAILED")} {item.Rule}: {item.Case} ({item.File})");
            foreach (var problem in item.Problems)
            {
                text.WriteLine($"  {problem.ReplaceLineEndings("\n  ")}");
            }
        }

        var table = new TextTable("RULE", "CASES", "FAILED", "HIGHEST COST");
        foreach (var rule in report.Cases.GroupBy(item => item.Rule, StringComparer.Ordinal))
        {
            table.Add(rule.Key, Human.Count(rule.Count()), Human.Count(rule.Count(item => !item.Passed)), Human.Count(rule.Max(item => item.Cost)));
        }

        table.Write(text);
    }
}
