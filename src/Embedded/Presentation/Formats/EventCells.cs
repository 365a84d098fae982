using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Cells of events, of both API groups: old and new fields say the same in different places.</summary>
internal static class EventCells
{
    public static string LastSeen(JsonObject recorded, DateTimeOffset now)
    {
        if (recorded.Child("series") is { } series)
        {
            return Ages.Since(series.Text("lastObservedTime"), now);
        }

        var last = First(recorded, "lastTimestamp", "deprecatedLastTimestamp");
        return last.Length > 0 ? Ages.Since(last, now) : FirstSeen(recorded, now);
    }

    public static string FirstSeen(JsonObject recorded, DateTimeOffset now)
    {
        var first = First(recorded, "firstTimestamp", "deprecatedFirstTimestamp");
        return Ages.Since(first.Length > 0 ? first : recorded.Text("eventTime"), now);
    }

    public static string Object(JsonObject recorded)
    {
        var subject = recorded.Child("involvedObject") ?? recorded.Child("regarding");
        var kind = subject.Text("kind").ToLowerInvariant();
        return subject.Text("name") is { Length: > 0 } name ? $"{kind}/{name}" : kind;
    }

    public static string Source(JsonObject recorded)
    {
        var source = recorded.Child("source") ?? recorded.Child("deprecatedSource");
        var component = source.Text("component") is { Length: > 0 } named ? named : First(recorded, "reportingComponent", "reportingController");
        var host = source.Text("host") is { Length: > 0 } from ? from : recorded.Text("reportingInstance");
        return host.Length > 0 ? $"{component}, {host}" : component;
    }

    public static long Count(JsonObject recorded)
    {
        var count = recorded.Child("series").Integer("count") ?? recorded.Integer("count") ?? recorded.Integer("deprecatedCount") ?? 0;
        return Math.Max(1, count);
    }

    private static string First(JsonObject recorded, string field, string alternative) =>
        recorded.Text(field) is { Length: > 0 } text ? text : recorded.Text(alternative);
}
