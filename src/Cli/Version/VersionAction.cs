using System.CommandLine;
using System.CommandLine.Invocation;

namespace Daytwo.Cli.Version;

/// <summary><c>daytwo --version</c>: the same line as <c>daytwo version</c>.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(VersionInfo.Current.Line);
        return ExitCode.Success;
    }
}
