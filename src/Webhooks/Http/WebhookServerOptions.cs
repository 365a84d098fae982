using System.Net;
using Daytwo.Webhooks.Certificates;

namespace Daytwo.Webhooks.Http;

/// <summary>How admission reviews are served.</summary>
public sealed record WebhookServerOptions
{
    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public required IPEndPoint Listen { get; init; }

    public required IServingCertificate Certificate { get; init; }

    /// <summary>The largest body, in bytes; larger ones are answered with 413. The API takes objects of 3 MiB at most, and a review of an update holds two.</summary>
    public int LargestBody { get; init; } = 7 * 1024 * 1024;

    /// <summary>The most bytes of bodies that are under way at once; what goes beyond is answered with 429, and the caller asked to come again after a second.</summary>
    public long MostUnderWay { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long an answer may take when the caller does not say how long it waits.</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(30);
}
