using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>An <c>events.k8s.io/v1</c> Event: something that happened to an object, told to people.</summary>
public sealed record Event : IObject
{
    public static Resource<Event> Resource { get; } =
        new(new ResourceType("events.k8s.io", "v1", "events", "Event", Namespaced: true), KubernetesJson.Default.Event);

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? EventTime { get; init; }

    public string? ReportingController { get; init; }

    public string? ReportingInstance { get; init; }

    public string? Action { get; init; }

    public string? Reason { get; init; }

    /// <summary>The object it happened to.</summary>
    public ObjectReference? Regarding { get; init; }

    public ObjectReference? Related { get; init; }

    public string? Note { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    public string? Type { get; init; }

    public EventSeries? Series { get; init; }
}
