namespace Daytwo.Kubernetes.Requests;

/// <summary>Which objects to watch, and from where.</summary>
public sealed record WatchRequest
{
    /// <summary>The namespace; null for all.</summary>
    public string? Namespace { get; init; }

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>Events after this version; null or empty with <see cref="SendInitialEvents"/> for the most recent state.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Ask for the state first, as Added events ended by a bookmark ("watch list"); replaces a list.</summary>
    public bool SendInitialEvents { get; init; }

    /// <summary>Ask for bookmarks; always on with <see cref="SendInitialEvents"/>, which needs them.</summary>
    public bool AllowBookmarks { get; init; } = true;

    /// <summary>After how long the API ends the watch; null for the API's choice (30 to 60 minutes).</summary>
    public TimeSpan? Timeout { get; init; }
}
