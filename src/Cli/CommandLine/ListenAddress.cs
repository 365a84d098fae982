using System.Net;

namespace Daytwo.Cli.CommandLine;

/// <summary>Addresses to listen on, as users write them.</summary>
internal static class ListenAddress
{
    /// <exception cref="CliException">It is no address with a port.</exception>
    public static IPEndPoint Parse(string option, string text) => ParseOrNull(text)
        ?? throw new CliException($"{option}: '{text}' is no address; write it as 127.0.0.1:8080", ExitCode.Usage);

    /// <returns>Null for <c>off</c>.</returns>
    /// <exception cref="CliException">It is no address with a port.</exception>
    public static IPEndPoint? ParseOrOff(string option, string text) => text == "off" ? null : ParseOrNull(text)
        ?? throw new CliException($"{option}: '{text}' is no address; write it as 127.0.0.1:8080, or off", ExitCode.Usage);

    private static IPEndPoint? ParseOrNull(string text) => IPEndPoint.TryParse(text, out var address) && text.Contains(':', StringComparison.Ordinal) ? address : null;
}
