using System.CommandLine;

namespace Daytwo.Cli.CommandLine;

/// <summary>Options that take the address of a server.</summary>
internal static class UrlOption
{
    /// <summary>An http or https address of a server, without a path; null when it was not given.</summary>
    public static Option<Uri?> Server(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { PathAndQuery: "/", UserInfo: "", Fragment: "" })
            {
                return url;
            }

            argument.AddError($"{name}: '{Shown(text)}' is no address of a server; write it as https://HOST:PORT");
            return null;
        },
    };

    /// <summary>What comes before an '@' may be a password.</summary>
    private static string Shown(string text) => text.Contains('@', StringComparison.Ordinal) ? "…" + text[text.LastIndexOf('@')..] : text;
}
