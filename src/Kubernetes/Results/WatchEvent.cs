namespace Daytwo.Kubernetes.Results;

/// <summary>One event of a watch.</summary>
/// <param name="Object">The object of Added, Modified and Deleted; null otherwise.</param>
/// <param name="Error">The refusal of Error; null otherwise. No event follows it.</param>
/// <param name="InitialEventsEnd">True on the bookmark that ends the initial events of a watch list.</param>
/// <param name="ResourceVersion">Where a later watch continues; empty on Error.</param>
public readonly record struct WatchEvent<T>(WatchEventType Type, T? Object, ApiError? Error, bool InitialEventsEnd, string ResourceVersion = "")
    where T : class;
