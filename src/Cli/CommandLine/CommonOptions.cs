using System.CommandLine;
using Daytwo.Cli.Output;

namespace Daytwo.Cli.CommandLine;

/// <summary>Options that mean the same wherever they appear.</summary>
internal static class CommonOptions
{
    /// <summary><c>-o, --output table|json|yaml</c>.</summary>
    public static Option<OutputFormat> Output()
    {
        var option = new Option<OutputFormat>("--output", "-o")
        {
            Description = "How to print the result (default: table)",
            HelpName = "table|json|yaml",
            CustomParser = argument =>
            {
                var text = argument.Tokens[0].Value;
                if (!Enum.TryParse<OutputFormat>(text, ignoreCase: true, out var format) || char.IsDigit(text[0]))
                {
                    argument.AddError($"--output: '{text}' is not a format; use table, json or yaml");
                }

                return format;
            },
        };
        option.CompletionSources.Add("table", "json", "yaml");
        return option;
    }

    /// <summary><c>--kubeconfig FILE</c>.</summary>
    public static Option<string?> Kubeconfig() => new("--kubeconfig")
    {
        Description = "Kubeconfig file (default: $KUBECONFIG, then ~/.kube/config, then the pod's service account)",
        HelpName = "FILE",
    };

    /// <summary><c>--context NAME</c>.</summary>
    public static Option<string?> Context() => new("--context")
    {
        Description = "Context of the kubeconfig (default: its current one)",
        HelpName = "NAME",
    };
}
