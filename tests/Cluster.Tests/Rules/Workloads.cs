using System.Text.Json.Nodes;

namespace Daytwo.Cluster.Tests.Rules;

/// <summary>The same pod in everything that can make one.</summary>
internal static class Workloads
{
    public static IReadOnlyList<string> Kinds { get; } =
        ["Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "ReplicationController", "PodTemplate"];

    /// <summary>An object of that kind with that pod in it.</summary>
    public static JsonObject With(string kind, JsonNode podSpec)
    {
        var spec = podSpec.DeepClone().AsObject();
        if (kind is "Job" or "CronJob")
        {
            spec["restartPolicy"] = "Never";
        }

        var template = new JsonObject { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["app"] = "a" } }, ["spec"] = spec };
        var selector = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = "a" } };
        return kind switch
        {
            "Pod" => Make("v1", kind, ("spec", spec.DeepClone())),
            "PodTemplate" => Make("v1", kind, ("template", template)),
            "ReplicationController" => Make("v1", kind, ("spec", new JsonObject { ["template"] = template })),
            "Job" => Make("batch/v1", kind, ("spec", new JsonObject { ["template"] = template })),
            "CronJob" => Make("batch/v1", kind, ("spec", new JsonObject { ["schedule"] = "@daily", ["jobTemplate"] = new JsonObject { ["spec"] = new JsonObject { ["template"] = template } } })),
            "StatefulSet" => Make("apps/v1", kind, ("spec", new JsonObject { ["selector"] = selector, ["serviceName"] = "a", ["template"] = template })),
            _ => Make("apps/v1", kind, ("spec", new JsonObject { ["selector"] = selector, ["template"] = template })),
        };
    }

    private static JsonObject Make(string apiVersion, string kind, (string Name, JsonNode Value) content) => new()
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new JsonObject { ["name"] = "a" },
        [content.Name] = content.Value,
    };
}
