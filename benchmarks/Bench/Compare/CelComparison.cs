using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Daytwo.LocalCluster;

namespace Daytwo.Bench.Compare;

/// <summary>Rules evaluated over a pod: a figure per expression, with those of DAYTWO_CEL_DATA/bench.jsonl where that is given.</summary>
internal sealed class CelComparison : IComparison
{
    private const double Limit = 0.15;

    public static string Name => "cel";

    public static string Description => "admission expressions over a pod: time to evaluate";

    public static async Task<IReadOnlyList<Figure>> Run(Setting setting, CancellationToken ct)
    {
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "cases.jsonl");
        await File.WriteAllTextAsync(file, await Cases(ct), ct);
        var twin = setting.Require("twin").Path;
        var (ours, theirs) = (new List<Dictionary<string, double>>(), new List<Dictionary<string, double>>());
        for (var run = 0; run < setting.Runs; run++)
        {
            theirs.Add(Twin(await Output(twin, ["celbench"], await File.ReadAllTextAsync(file, ct), ct)));
            ours.Add(Ours(await Output(setting.Bench, ["cel", "--time", file], "", ct)));
        }

        return [.. ours[0].Keys.Select(id => new Figure($"cel.{id}", "ns", [.. ours.Select(r => r[id])], [.. theirs.Select(r => r[id])], Limit))];
    }

    private static async Task<string> Cases(CancellationToken ct)
    {
        using var own = new StreamReader(typeof(CelComparison).Assembly.GetManifestResourceStream("cel-cases.jsonl")!);
        var cases = await own.ReadToEndAsync(ct);
        return Environment.GetEnvironmentVariable("DAYTWO_CEL_DATA") is { Length: > 0 } data
            ? await File.ReadAllTextAsync(Path.Combine(data, "bench.jsonl"), ct) + cases
            : cases;
    }

    private static Dictionary<string, double> Ours(string output) => Lines(output).Select(l => l.Split(' '))
        .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));

    private static Dictionary<string, double> Twin(string output) => Lines(output).Select(l => JsonDocument.Parse(l).RootElement)
        .ToDictionary(answer => answer.GetProperty("id").GetString()!, answer => answer.GetProperty("eval_ns").GetDouble());

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string> Output(string program, string[] words, string input, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}");
    }
}
