namespace Daytwo.Cli;

/// <summary>An outcome the user is told in one line on standard error, with the exit code it ends in.</summary>
internal sealed class CliException(string message, int exitCode = ExitCode.Failed, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
