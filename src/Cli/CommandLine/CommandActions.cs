using System.CommandLine;
using Daytwo.Backup.Reading;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Cli.CommandLine;

/// <summary>Runs a command's work and turns what it ends with into an exit code and a line on standard error.</summary>
internal static class CommandActions
{
    public static T Runs<T>(this T command, Surroundings around, Func<ParseResult, CancellationToken, Task<int>> work) where T : Command
    {
        command.SetAction(async (parsed, ct) =>
        {
            try
            {
                return await work(parsed, ct);
            }
            catch (CliException e)
            {
                await around.Error.WriteLineAsync("daytwo: " + e.Message);
                return e.ExitCode;
            }
            catch (SnapshotUnreadableException e)
            {
                await around.Error.WriteLineAsync("daytwo: " + e.Message);
                return ExitCode.VerificationFailed;
            }
            catch (Exception e) when (e is ApiUnreachableException or ApiErrorException or IOException or UnauthorizedAccessException)
            {
                await around.Error.WriteLineAsync("daytwo: " + e.Message);
                return ExitCode.Failed;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                await around.Error.WriteLineAsync("daytwo: interrupted");
                return ExitCode.Interrupted;
            }
        });
        return command;
    }
}
