namespace Daytwo.Kubernetes.Results;

public enum WatchEventType
{
    Added,
    Modified,
    Deleted,

    /// <summary>No object changed; everything up to the event's resourceVersion has been sent.</summary>
    Bookmark,

    /// <summary>The watch is over and why; with kind Expired, list again.</summary>
    Error,
}
