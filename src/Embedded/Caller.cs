namespace Daytwo.Embedded;

/// <summary>Who sends a request.</summary>
/// <param name="UserAgent">The client's name and version; its part before the first slash is the default field manager.</param>
public sealed record Caller(string UserName, IReadOnlyList<string> Groups, string UserAgent)
{
    /// <summary>Someone who may do everything.</summary>
    public static Caller Administrator(string userAgent) => new("kubernetes-admin", ["system:masters", "system:authenticated"], userAgent);
}
