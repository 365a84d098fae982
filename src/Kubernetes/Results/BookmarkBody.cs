using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Results;

/// <summary>A bookmark's object: of the watched kind, but with nothing in it except metadata.</summary>
internal sealed record BookmarkBody
{
    private const string InitialEventsEndAnnotation = "k8s.io/initial-events-end";

    public ObjectMeta? Metadata { get; init; }

    public bool InitialEventsEnd =>
        Metadata?.Annotations is { } annotations && annotations.TryGetValue(InitialEventsEndAnnotation, out var value) && value == "true";
}
