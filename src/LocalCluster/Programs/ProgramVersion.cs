using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Daytwo.LocalCluster.Programs;

/// <summary>The version a program says it has.</summary>
public static partial class ProgramVersion
{
    /// <summary>Runs <c>PROGRAM --version</c>; null when it says none.</summary>
    public static async Task<Version?> Of(FoundProgram program, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program.Path, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new LocalClusterException($"cannot start {program.Path}");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        var found = Numbers().Match(await output + await error);
        return found.Success ? Version.Parse(found.Value) : null;
    }

    [GeneratedRegex(@"[0-9]+\.[0-9]+\.[0-9]+")]
    private static partial Regex Numbers();
}
