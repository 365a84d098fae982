using Daytwo.Embedded.Admission.Webhooks;
using Daytwo.Embedded.Http;

namespace Daytwo.Embedded;

/// <summary>What an embedded API is made with.</summary>
public sealed record EmbeddedApiOptions
{
    /// <summary>The clock of timestamps, watch time limits and bookmarks; virtual in simulation.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The source of UIDs and generated names. The same seed gives the same cluster.</summary>
    public Random Random { get; init; } = new();

    /// <summary>How many changes are remembered; a watch or a list from before them is answered with 410 Expired.</summary>
    public int History { get; init; } = 50_000;

    /// <summary>Calls the webhooks of webhook configurations.</summary>
    public IWebhookCaller Webhooks { get; init; } = new HttpWebhookCaller();

    /// <summary>Gets an audit event for each write, a line each; null for no audit log. Written to by one thread at a time.</summary>
    public TextWriter? AuditLog { get; init; }

    /// <summary>Whether new namespaces get the ServiceAccount <c>default</c> that controllers of a full cluster make.</summary>
    public bool ServiceAccounts { get; init; } = true;
}
