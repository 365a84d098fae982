using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>Turns objects as stored into objects as they would be sent; pure.</summary>
internal static class LiveObject
{
    private const string Redacted = "UmVkYWN0ZWQ=";

    private static readonly string[] SetByTheApi =
        ["uid", "resourceVersion", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "managedFields", "selfLink", "ownerReferences", "finalizers"];

    /// <summary>A copy to create anew: without what the API sets, and without what only one object can have.</summary>
    public static JsonObject Fresh(JsonObject stored)
    {
        var copy = Redact(stored);
        copy.Remove("status");
        var metadata = copy.Within("metadata");
        foreach (var name in SetByTheApi)
        {
            metadata.Remove(name);
        }

        if (copy["spec"] is JsonObject spec)
        {
            foreach (var name in (string[])["clusterIP", "clusterIPs", "healthCheckNodePort", "nodeName", "volumeName"])
            {
                spec.Remove(name);
            }

            foreach (var port in spec["ports"] as JsonArray ?? [])
            {
                (port as JsonObject)?.Remove("nodePort");
            }
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
}
