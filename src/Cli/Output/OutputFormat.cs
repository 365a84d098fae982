namespace Daytwo.Cli.Output;

/// <summary>How a command prints its result: for people, or for programs.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Yaml,
}
