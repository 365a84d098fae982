using System.CommandLine;
using System.Globalization;

namespace Daytwo.Cli.CommandLine;

/// <summary>Options that take a count.</summary>
internal static class NumberOption
{
    /// <summary>A whole number from 1; null when it was not given.</summary>
    public static Option<int?> Count(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            {
                return count;
            }

            argument.AddError($"{name}: '{text}' is no count; use a whole number from 1");
            return null;
        },
    };
}
