using System.CommandLine;
using Daytwo.Cli.CommandLine;

var around = Surroundings.OfProcess();
var parsed = DaytwoCommand.Create(around).Parse(args);
if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Invocation.SynchronousCommandLineAction { ClearsParseErrors: true })
{
    return UsageError.Print(parsed, around.Error);
}

return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(40) });
