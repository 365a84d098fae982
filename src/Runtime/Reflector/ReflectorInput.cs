using Daytwo.Kubernetes.Results;

namespace Daytwo.Runtime.Reflector;

/// <summary>What can happen to a reflector.</summary>
internal readonly record struct ReflectorInput(ReflectorInputKind Kind, string? ResourceVersion = null, string? Continue = null, bool InitialEventsEnd = false)
{
    /// <summary>The refusal, of <see cref="ReflectorInputKind.Refused"/>.</summary>
    public ApiError? Error { get; private init; }

    public static ReflectorInput Start => new(ReflectorInputKind.Start);

    public static ReflectorInput Elapsed => new(ReflectorInputKind.Elapsed);

    public static ReflectorInput Ended => new(ReflectorInputKind.Ended);

    public static ReflectorInput Unreachable => new(ReflectorInputKind.Unreachable);

    /// <param name="continueToken">Null or empty on the last page.</param>
    public static ReflectorInput Page(string resourceVersion, string? continueToken) => new(ReflectorInputKind.Page, resourceVersion, continueToken);

    public static ReflectorInput Event(string resourceVersion) => new(ReflectorInputKind.Event, resourceVersion);

    public static ReflectorInput Bookmark(string resourceVersion, bool initialEventsEnd) =>
        new(ReflectorInputKind.Bookmark, resourceVersion, InitialEventsEnd: initialEventsEnd);

    public static ReflectorInput Refused(ApiError error) => new(ReflectorInputKind.Refused) { Error = error };
}
