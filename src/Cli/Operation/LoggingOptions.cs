using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Daytwo.Cli.Operation;

/// <summary>How a long-running command logs: to standard error, as text or as JSON lines.</summary>
internal sealed class LoggingOptions
{
    private const string Timestamp = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
    private readonly Option<LogLevel> level = EnumOption.Of("--log-level", "The least important messages to log", LogLevel.Information);
    private readonly Option<LogFormat> format = EnumOption.Of("--log-format", "How to log", LogFormat.Text);

    public void AddTo(Command command)
    {
        command.Options.Add(level);
        command.Options.Add(format);
    }

    public ILoggerFactory Create(ParseResult parsed) => LoggerFactory.Create(builder =>
    {
        builder.SetMinimumLevel(parsed.GetValue(level)).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure((ConsoleLoggerOptions o) => o.LogToStandardErrorThreshold = LogLevel.Trace);
        if (parsed.GetValue(format) == LogFormat.Json)
        {
            builder.AddJsonConsole(o => (o.TimestampFormat, o.UseUtcTimestamp) = (Timestamp.TrimEnd(), true));
        }
        else
        {
            builder.AddSimpleConsole(o => (o.TimestampFormat, o.UseUtcTimestamp, o.SingleLine) = (Timestamp, true, true));
        }
    });
}
