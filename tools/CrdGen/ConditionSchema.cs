using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.CrdGen;

/// <summary>The schema every Kubernetes API gives <c>metav1.Condition</c>.</summary>
internal static class ConditionSchema
{
    private const string TypePattern = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$";
    private const string ReasonPattern = "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$";

    public static JsonObject Create() => new()
    {
        ["type"] = "object",
        ["description"] = "One observation of the state of this object.",
        ["required"] = new JsonArray("lastTransitionTime", "message", "reason", "status", "type"),
        ["properties"] = new JsonObject
        {
            ["type"] = Text(nameof(Condition.Type), 1, 316, TypePattern),
            ["status"] = new JsonObject { ["type"] = "string", ["description"] = Describe(nameof(Condition.Status)), ["enum"] = new JsonArray("True", "False", "Unknown") },
            ["observedGeneration"] = new JsonObject
            {
                ["type"] = "integer",
                ["format"] = "int64",
                ["description"] = Describe(nameof(Condition.ObservedGeneration)),
                ["minimum"] = 0,
            },
            ["lastTransitionTime"] = new JsonObject { ["type"] = "string", ["format"] = "date-time", ["description"] = Describe(nameof(Condition.LastTransitionTime)) },
            ["reason"] = Text(nameof(Condition.Reason), 1, 1024, ReasonPattern),
            ["message"] = Text(nameof(Condition.Message), 0, 32768, null),
        },
    };

    private static JsonObject Text(string property, int minimum, int maximum, string? pattern)
    {
        var schema = new JsonObject { ["type"] = "string", ["description"] = Describe(property), ["maxLength"] = maximum };
        if (minimum > 0)
        {
            schema["minLength"] = minimum;
        }

        if (pattern is not null)
        {
            schema["pattern"] = pattern;
        }

        return schema;
    }

    private static string Describe(string property) => XmlSummaries.Of(typeof(Condition).GetProperty(property)!);
}
