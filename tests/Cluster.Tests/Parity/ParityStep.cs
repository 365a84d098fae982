namespace Daytwo.Cluster.Tests.Parity;

/// <summary>One step of a script: a kubectl command or a raw request.</summary>
/// <param name="Line">Its line in the script, for messages.</param>
/// <param name="Command">The words after <c>$</c>, or the method and path.</param>
/// <param name="Body">The request's body; for kubectl its standard input.</param>
internal sealed record ParityStep(int Line, bool IsKubectl, string Command, string Body)
{
    public string? ContentType { get; init; }

    /// <summary>
    /// The code, with <c>+warning</c> where one is to come, that the real one is asked for until it gives it: what it has stored a moment ago it does not always heed yet. Null to ask once.
    /// </summary>
    public string? Until { get; init; }

    public string Accept { get; init; } = "application/json";
}
