using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;

namespace Daytwo.Runtime.Events;

/// <summary>Writes Event objects. Its requests are repeatable: an event's name follows from its first occurrence.</summary>
internal sealed class EventWriter(KubernetesClient client, string controller, string instance)
{
    /// <summary>Events of cluster-scoped objects live where kubectl looks for them.</summary>
    private const string ClusterScopedNamespace = "default";

    /// <summary>The refusal, or null.</summary>
    public async ValueTask<ApiError?> Write(SeriesOutput output, CancellationToken ct)
    {
        if (output.Count > 1)
        {
            var updated = await Update(output, ct).ConfigureAwait(false);
            if (updated is not { Kind: ApiErrorKind.NotFound })
            {
                return updated;
            }
        }

        var created = await Create(output, ct).ConfigureAwait(false);
        return created is { Kind: ApiErrorKind.AlreadyExists } ? null : created;
    }

    private static string Namespace(Happening happening) =>
        string.IsNullOrEmpty(happening.Regarding.Namespace) ? ClusterScopedNamespace : happening.Regarding.Namespace;

    private static string Name(Happening first)
    {
        var suffix = first.At.UtcTicks.ToString("x", CultureInfo.InvariantCulture);
        var name = first.Regarding.Name ?? "unknown";
        return $"{name[..Math.Min(name.Length, 200)].TrimEnd('.', '-')}.{suffix}";
    }

    private async ValueTask<ApiError?> Create(SeriesOutput output, CancellationToken ct)
    {
        var first = output.First;
        var body = new EventWrite
        {
            Metadata = new ObjectMetaWrite { Name = Name(first), Namespace = Namespace(first) },
            EventTime = first.At,
            ReportingController = controller,
            ReportingInstance = EventText.Fit(instance, EventText.LongestWord),
            Action = EventText.Fit(first.Notice.Action, EventText.LongestWord),
            Reason = EventText.Fit(first.Notice.Reason, EventText.LongestWord),
            Note = EventText.Fit(output.Latest.Notice.Note, EventText.LongestNote),
            Type = first.Notice.Level.ToString(),
            Regarding = first.Regarding,
            Series = output.Count == 1 ? null : new EventSeries { Count = output.Count, LastObservedTime = output.Latest.At },
        };
        return (await client.Create(Event.Resource, Namespace(first), body, KubernetesJson.Default.EventWrite, ct).ConfigureAwait(false)).Error;
    }

    private async ValueTask<ApiError?> Update(SeriesOutput output, CancellationToken ct)
    {
        var series = new JsonObject
        {
            ["count"] = output.Count,
            ["lastObservedTime"] = output.Latest.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        };
        var patch = new[] { JsonPatchOperation.Add("/series", series) };
        return (await client.JsonPatch(Event.Resource, Namespace(output.First), Name(output.First), patch, null, ct).ConfigureAwait(false)).Error;
    }
}
