using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Cells of pods: what a pod's many states come to in a word.</summary>
internal static class PodCells
{
    public static string Ready(JsonObject pod)
    {
        var ready = Statuses(pod).Count(s => s.Flag("ready") && s.Child("state").Child("running") is not null);
        return string.Create(CultureInfo.InvariantCulture, $"{ready}/{pod.Child("spec").Items("containers").Count()}");
    }

    public static string Status(JsonObject pod)
    {
        var status = pod.Child("status");
        var reason = status.Text("reason") is { Length: > 0 } named ? named : status.Text("phase");
        if (status.Items("conditions").Any(c => c.Text("type") == "PodScheduled" && c.Text("reason") == "SchedulingGated"))
        {
            reason = "SchedulingGated";
        }

        var initializing = Initializing(pod);
        reason = initializing ?? Running(pod, reason);
        if (pod.Terminating())
        {
            return status.Text("reason") == "NodeLost" ? "Unknown" : status.Text("phase") is "Succeeded" or "Failed" ? reason : "Terminating";
        }

        return reason;
    }

    public static JsonNode? Restarts(ColumnDefinition column, JsonObject pod, DateTimeOffset now)
    {
        var statuses = Statuses(pod).ToList();
        var restarts = statuses.Sum(s => s.Integer("restartCount") ?? 0);
        var last = statuses.Select(s => s.Child("lastState").Child("terminated").Text("finishedAt")).Where(t => t.Length > 0).Max(StringComparer.Ordinal);
        var count = restarts.ToString(CultureInfo.InvariantCulture);
        return restarts > 0 && last is not null ? $"{count} ({Ages.Since(last, now)} ago)" : count;
    }

    public static string ReadinessGates(JsonObject pod)
    {
        var gates = pod.Child("spec").Items("readinessGates").Select(g => g.Text("conditionType")).ToList();
        var ready = gates.Count(g => pod.Child("status").Items("conditions").Any(c => c.Text("type") == g && c.Text("status") == "True"));
        return gates.Count == 0 ? "<none>" : string.Create(CultureInfo.InvariantCulture, $"{ready}/{gates.Count}");
    }

    private static IEnumerable<JsonObject> Statuses(JsonObject pod) => pod.Child("status").Items("containerStatuses");

    private static string? Initializing(JsonObject pod)
    {
        var done = 0;
        foreach (var container in pod.Child("status").Items("initContainerStatuses"))
        {
            var state = container.Child("state");
            if (state.Child("terminated") is { } terminated && terminated.Integer("exitCode") == 0)
            {
                done++;
                continue;
            }

            var total = pod.Child("spec").Items("initContainers").Count();
            return state.Child("terminated") is { } failed ? "Init:" + Ending(failed)
                : state.Child("waiting").Text("reason") is { Length: > 0 } waiting && waiting != "PodInitializing" ? "Init:" + waiting
                : string.Create(CultureInfo.InvariantCulture, $"Init:{done}/{total}");
        }

        return null;
    }

    private static string Running(JsonObject pod, string reason)
    {
        var running = false;
        foreach (var container in Statuses(pod).Reverse())
        {
            var state = container.Child("state");
            if (state.Child("waiting").Text("reason") is { Length: > 0 } waiting)
            {
                reason = waiting;
            }
            else if (state.Child("terminated") is { } terminated)
            {
                reason = Ending(terminated);
            }
            else if (container.Flag("ready") && state.Child("running") is not null)
            {
                running = true;
            }
        }

        var isReady = pod.Child("status").Items("conditions").Any(c => c.Text("type") == "Ready" && c.Text("status") == "True");
        return reason == "Completed" && running ? (isReady ? "Running" : "NotReady") : reason;
    }

    private static string Ending(JsonObject terminated) =>
        terminated.Text("reason") is { Length: > 0 } reason ? reason
        : terminated.Integer("signal") is > 0 and var signal ? $"Signal:{signal}" : $"ExitCode:{terminated.Integer("exitCode") ?? 0}";
}
