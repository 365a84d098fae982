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
            catch (Exception e) when (ct.IsCancellationRequested && e is not CliException)
            {
                // Whatever broke off: it was told to.
                await around.Error.WriteLineAsync("daytwo: interrupted");
                return ExitCode.Interrupted;
            }
            catch (CliException e)
            {
                await around.Error.WriteLineAsync("daytwo: " + e.Message);
                return e.ExitCode;
            }
            catch (SnapshotUnreadableException e)
            {
                var remedy = e.Fault is SnapshotFault.KeyMissing or SnapshotFault.KeyWrong ? " Name the file of its key with --encryption-key." : "";
                await around.Error.WriteLineAsync("daytwo: " + e.Message + remedy);
                return ExitCode.VerificationFailed;
            }
            catch (Exception e) when (e is ApiUnreachableException or ApiErrorException or IOException or UnauthorizedAccessException)
            {
                await around.Error.WriteLineAsync("daytwo: " + e.Message);
                return ExitCode.Failed;
            }
        });
        return command;
    }
}
