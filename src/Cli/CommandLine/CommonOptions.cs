using System.CommandLine;
using Daytwo.Cli.Output;

namespace Daytwo.Cli.CommandLine;

/// <summary>Options that mean the same wherever they appear.</summary>
internal static class CommonOptions
{
    /// <summary><c>-o, --output table|json|yaml</c>.</summary>
    public static Option<OutputFormat> Output() => EnumOption.Of("--output", "How to print the result", OutputFormat.Table, "-o");
}
