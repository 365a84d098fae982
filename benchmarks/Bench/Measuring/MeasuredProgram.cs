using System.Diagnostics;
using System.Text.Json;

namespace Daytwo.Bench.Measuring;

/// <summary>
/// Runs a program under a small wrapper process of its own, so that the kernel's figures for "all children that ended"
/// are the figures of exactly this program.
/// </summary>
internal static class MeasuredProgram
{
    private const int PollMilliseconds = 10;

    /// <summary>The wrapper's side: <c>measure REPORT PROGRAM ARGS…</c>.</summary>
    public static int Wrap(string report, string program, IEnumerable<string> arguments)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        using var child = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        var peak = 0d;
        while (!child.WaitForExit(PollMilliseconds))
        {
            // The kernel's peak for ended children starts at the size of this wrapper; the child's own high-water mark does not.
            peak = Math.Max(peak, LiveProcess.PeakMiB(child.Id));
        }

        var wall = time.GetElapsedTime(start).TotalSeconds;
        File.WriteAllText(report, JsonSerializer.Serialize(new Usage(child.ExitCode, wall, ChildrenUsage.CpuSeconds(), peak), UsageJson.Default.Usage));
        return child.ExitCode;
    }

    /// <summary>Runs the program to its end and tells what it cost. Its output goes to a log.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message ends with what it printed.</exception>
    public static async Task<Usage> Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder, CancellationToken ct)
    {
        var report = Path.Combine(folder, "usage.json");
        var log = Path.Combine(folder, Path.GetFileName(program) + ".log");
        File.Delete(report);
        await using (var child = LocalCluster.Processes.ChildProcess.Start(Environment.ProcessPath!, ["measure", report, program, .. arguments], log, environment))
        {
            while (!child.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, ct);
            }
        }

        var usage = JsonSerializer.Deserialize(await File.ReadAllTextAsync(report, ct), UsageJson.Default.Usage)!;
        return usage.ExitCode == 0 ? usage : throw new InvalidOperationException($"{program} ended with {usage.ExitCode}: {await File.ReadAllTextAsync(log, ct)}");
    }
}
