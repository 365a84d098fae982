using Daytwo.Etcd.Tls;

namespace Daytwo.Etcd;

/// <summary>How to reach an etcd cluster.</summary>
public sealed record EtcdClientOptions
{
    /// <summary>
    /// Client addresses of the members, <c>https://HOST:PORT</c> or <c>http://HOST:PORT</c> (HTTP/2 without TLS). Each
    /// should reach one member; behind a balancer a call may reach any.
    /// </summary>
    public required IReadOnlyList<Uri> Endpoints { get; init; }

    /// <summary>Trust and client certificate for <c>https</c> endpoints.</summary>
    public EtcdTls? Tls { get; init; }

    /// <summary>Time for one connection, its TLS handshake included.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for one call with a single answer. A snapshot has no such limit, only <see cref="StallTimeout"/>.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A snapshot that delivers nothing for this long has failed.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest single answer accepted, in bytes; a larger one fails with <see cref="EtcdFailure.Protocol"/>.</summary>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
