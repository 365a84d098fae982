namespace Daytwo.Cli;

/// <summary>The program's exit codes, the same for every command; <c>daytwo --help</c> lists them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The work was tried and failed; the message says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong; nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>What was asked for does not exist, such as a snapshot id.</summary>
    public const int NotFound = 3;

    /// <summary>A backup is damaged, incomplete or not what its manifest says.</summary>
    public const int VerificationFailed = 4;

    /// <summary>Ended by Ctrl-C or SIGTERM.</summary>
    public const int Interrupted = 130;
}
