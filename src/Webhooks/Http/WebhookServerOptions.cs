using System.Net;
using Daytwo.Webhooks.Certificates;

namespace Daytwo.Webhooks.Http;

/// <summary>How admission reviews are served.</summary>
public sealed record WebhookServerOptions
{
    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public required IPEndPoint Listen { get; init; }

    public required IServingCertificate Certificate { get; init; }

    /// <summary>The largest body, in bytes; larger ones are answered with 413. The API takes objects of 3 MiB at most.</summary>
    public int LargestBody { get; init; } = 3 * 1024 * 1024;

    /// <summary>How long an answer may take when the caller does not say how long it waits.</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(30);
}
