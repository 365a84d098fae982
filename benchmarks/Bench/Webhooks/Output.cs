using System.Diagnostics;

namespace Daytwo.Bench.Webhooks;

/// <summary>What a program prints.</summary>
internal static class Output
{
    /// <exception cref="InvalidOperationException">It failed; the message ends with what it said.</exception>
    public static async Task<string> Of(string program, string[] words, string input, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.StandardInput.WriteAsync(input.AsMemory(), ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}: {await error}");
    }
}
