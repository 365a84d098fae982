using System.CommandLine;
using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Rules;

/// <summary><c>daytwo rules …</c>.</summary>
internal static class RulesCommand
{
    public static Command Create(Surroundings around) =>
        new Command("rules", "Prove admission rules before they are in force, and while they are")
        {
            RulesTest.Create(around),
            RulesExplain.Create(around),
            RulesAudit.Create(around),
            RulesCompare.Create(around),
            RulesCompareLog.Create(around),
        }.WithExamples(
            "daytwo rules test config/rules/tests",
            "daytwo rules explain no-latest-tag",
            "daytwo rules audit",
            "daytwo rules compare --local -f config/rules/no_latest_tag.yaml --html report.html")
            .ShowsHelpAlone();
}
