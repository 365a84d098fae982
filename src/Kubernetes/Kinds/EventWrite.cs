using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>An Event to create or apply. The API wants all but <see cref="Related"/> and <see cref="Series"/>; a note has at most 1,024 bytes.</summary>
public sealed record EventWrite
{
    public string ApiVersion { get; } = Event.Resource.Type.ApiVersion;

    public string Kind { get; } = Event.Resource.Type.Kind;

    public ObjectMetaWrite? Metadata { get; init; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? EventTime { get; init; }

    public string? ReportingController { get; init; }

    public string? ReportingInstance { get; init; }

    public string? Action { get; init; }

    public string? Reason { get; init; }

    public ObjectReference? Regarding { get; init; }

    public ObjectReference? Related { get; init; }

    public string? Note { get; init; }

    public string? Type { get; init; }

    public EventSeries? Series { get; init; }
}
