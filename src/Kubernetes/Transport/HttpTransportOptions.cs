namespace Daytwo.Kubernetes.Transport;

/// <summary>Bounds of <see cref="HttpApiTransport"/>; the defaults are right unless a test wants others.</summary>
public sealed record HttpTransportOptions
{
    /// <summary>From sending to the end of the answer; of a watch, to its headers. The API's own bound is 60 s.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(65);

    /// <summary>To connect, TLS included.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After so long without a byte, an open connection is asked whether it still lives…</summary>
    public TimeSpan PingDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>…and is given up when it does not answer for so long.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After so long a connection takes no new requests, so that balancers and names that moved are noticed.</summary>
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromMinutes(10);

    public string UserAgent { get; init; } = "daytwo";
}
