using System.CommandLine;

namespace Daytwo.Cli.CommandLine;

/// <summary>Options with a few allowed words.</summary>
internal static class EnumOption
{
    /// <summary>An option whose words are the enum's names in lower case.</summary>
    public static Option<T> Of<T>(string name, string description, T standard, params ReadOnlySpan<string> aliases) where T : struct, Enum
    {
        var words = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToArray();
        var option = new Option<T>(name, aliases.ToArray())
        {
            Description = $"{description} (default: {standard.ToString().ToLowerInvariant()})",
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => standard,
            CustomParser = argument =>
            {
                var text = argument.Tokens[0].Value;
                if (!words.Contains(text))
                {
                    argument.AddError($"{name}: '{text}' is not one of {string.Join(", ", words)}");
                    return standard;
                }

                return Enum.Parse<T>(text, ignoreCase: true);
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }
}
