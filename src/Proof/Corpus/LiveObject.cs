using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>Turns objects as stored into objects as they would be sent; pure.</summary>
internal static class LiveObject
{
    private const string Redacted = "UmVkYWN0ZWQ=";

    private static readonly string[] SetByTheApi = ["uid", "resourceVersion", "creationTimestamp", "generation", "managedFields", "selfLink"];
    private static readonly string[] OfOneObject = ["deletionTimestamp", "deletionGracePeriodSeconds", "ownerReferences", "finalizers"];
    private static readonly string[] Allocated = ["clusterIP", "clusterIPs", "healthCheckNodePort"];
    private static readonly string[] Placed = ["nodeName", "volumeName"];
    private static readonly string[] OfJobs = ["controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name"];

    /// <summary>A copy to create anew: without what the API sets, and without what only one object can have.</summary>
    public static JsonObject Fresh(JsonObject stored)
    {
        var copy = Again(Redact(stored));
        Remove(copy["metadata"], OfOneObject);
        Remove(copy["spec"], Placed);
        return copy;
    }

    /// <summary>A copy to send once more: without what the API sets.</summary>
    public static JsonObject Again(JsonObject answered)
    {
        var copy = answered.DeepClone().AsObject();
        copy.Remove("status");
        Remove(copy.Within("metadata"), SetByTheApi);
        Remove(copy["spec"], Allocated);
        foreach (var port in copy.At("spec", "ports") as JsonArray ?? [])
        {
            Remove(port, ["nodePort"]);
        }

        if (copy.Text("kind") == "Job" && copy.At("spec", "manualSelector")?.GetValueKind() != JsonValueKind.True)
        {
            Remove(copy["spec"], ["selector"]);
            Remove(copy.At("spec", "template", "metadata", "labels"), OfJobs);
            // A Job without labels is given those of its template, these included.
            Remove(copy.At("metadata", "labels"), OfJobs);
        }

        return copy;
    }

    /// <summary>A copy in which a Secret holds no secret.</summary>
    public static JsonObject Redact(JsonObject stored)
    {
        var copy = stored.DeepClone().AsObject();
        if (copy.Text("kind") == "Secret")
        {
            (copy["metadata"]?["annotations"] as JsonObject)?.Remove("kubectl.kubernetes.io/last-applied-configuration");
            foreach (var member in (string[])["data", "stringData"])
            {
                if (copy[member] is JsonObject data)
                {
                    copy[member] = new JsonObject(data.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)(member == "data" ? Redacted : "redacted"))));
                }
            }
        }

        return copy;
    }

    private static void Remove(JsonNode? node, string[] names)
    {
        foreach (var name in names)
        {
            (node as JsonObject)?.Remove(name);
        }
    }
}
