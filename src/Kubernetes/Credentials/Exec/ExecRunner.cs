using System.ComponentModel;
using System.Diagnostics;
using Daytwo.Kubernetes.Configuration;

namespace Daytwo.Kubernetes.Credentials.Exec;

/// <summary>Runs a plugin as a child process.</summary>
internal sealed class ExecRunner(TimeProvider time) : IExecRunner
{
    /// <summary>For a plugin that nobody can answer; one that talks to the user may take as long as they do.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);

    private const int LongestErrorText = 1000;

    public async Task<string> Run(ExecCommand command, string info, CancellationToken ct)
    {
        using var process = Start(command, info);
        using var limit = new CancellationTokenSource(command.Interactive ? Timeout.InfiniteTimeSpan : LongestRun, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            if (!command.Interactive)
            {
                process.StandardInput.Close();
            }

            var errors = command.Interactive ? Task.FromResult("") : process.StandardError.ReadToEndAsync(both.Token);
            var output = await process.StandardOutput.ReadToEndAsync(both.Token).ConfigureAwait(false);
            var complaint = await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(both.Token).ConfigureAwait(false);
            return process.ExitCode == 0 ? output : throw Failed(command, process.ExitCode, complaint);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ConfigurationException($"the exec plugin {command.Program} gave no credential within {LongestRun.TotalSeconds} s");
        }
        finally
        {
            End(process);
        }
    }

    private static Process Start(ExecCommand command, string info)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = !command.Interactive,
            RedirectStandardError = !command.Interactive,
        };
        foreach (var (key, value) in command.Variables)
        {
            start.Environment[key] = value;
        }

        start.Environment["KUBERNETES_EXEC_INFO"] = info;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            var hint = string.IsNullOrEmpty(command.InstallHint) ? "" : $"\n{command.InstallHint.Trim()}";
            throw new ConfigurationException($"the exec plugin {command.Program} cannot be started: {e.Message}{hint}", e);
        }
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static ConfigurationException Failed(ExecCommand command, int code, string complaint)
    {
        var text = complaint.Trim();
        var said = text.Length == 0 ? "and said nothing" : "and said: " + text[^Math.Min(text.Length, LongestErrorText)..];
        return new ConfigurationException($"the exec plugin {command.Program} ended with exit code {code} {said}");
    }
}
