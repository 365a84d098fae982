using System.CommandLine;
using System.Text;
using Daytwo.Cel;
using Daytwo.Cel.Cases;
using Daytwo.Cel.Json;
using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Cel;

/// <summary><c>daytwo cel</c>.</summary>
internal static class CelCommand
{
    public static Command Create(Surroundings around)
    {
        var minor = new Option<int>("--minor") { Description = "Minor version of the apiserver that is asked for: 36 or 37", HelpName = "N", DefaultValueFactory = _ => (int)CelDialect.Kubernetes136 };
        minor.Validators.Add(result =>
        {
            if (!Enum.IsDefined((CelDialect)result.GetValueOrDefault<int>()))
            {
                result.AddError($"--minor: '{result.GetValueOrDefault<int>()}' is not known: 36 or 37");
            }
        });
        return new Command("cel", "Evaluate CEL expressions as an apiserver does: JSON lines in, JSON lines out") { minor }
            .WithExamples(
                """echo '{"id":"1","expr":"object.a + 1","vars":{"object":{"a":1}}}' | daytwo cel""",
                "cat cases.jsonl | daytwo cel --minor 37")
            .Runs(around, (parsed, ct) => Answer(around, (CelDialect)parsed.GetValue(minor), ct));
    }

    private static async Task<int> Answer(Surroundings around, CelDialect dialect, CancellationToken ct)
    {
        for (var number = 1; await around.Input.ReadLineAsync(ct) is { } line; number++)
        {
            if (line.Length == 0)
            {
                continue;
            }

            try
            {
                await around.Output.WriteLineAsync(ExpressionCases.Answer(Encoding.UTF8.GetBytes(line), dialect));
            }
            catch (Exception e) when (e is JsonInputException or ArgumentException)
            {
                throw new CliException($"line {number}: {e.Message}", inner: e);
            }
        }

        return ExitCode.Success;
    }
}
