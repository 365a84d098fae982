using System.Net;

namespace Daytwo.Embedded.Http;

/// <summary>How an embedded API is served.</summary>
public sealed record EmbeddedServerOptions
{
    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>The file that gets the administrator's kubeconfig once the server answers; null for none.</summary>
    public string? KubeconfigFile { get; init; }

    /// <summary>The clock of certificates.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
