using System.Text.Json.Nodes;
using Daytwo.Embedded.Deleting;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Reading;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Api;

/// <summary>The actions on pods that are posted as objects: eviction and binding to a node.</summary>
internal sealed class PodActions(ClusterState state, ObjectReader reader, ObjectDeleter deleter)
{
    /// <summary>Deletes a pod unless a disruption budget that selects it allows no disruption.</summary>
    public Answer<JsonObject> Evict(ResourceRequest request)
    {
        if (reader.Find(request.Kind, request.Namespace, request.ObjectName).Refused(out var pod, out var fault))
        {
            return fault;
        }

        if (Budget(pod.Value, request.Namespace!) is { } budget)
        {
            var cause = new FaultCause("DisruptionBudget",
                $"The disruption budget {budget} needs more healthy pods than there are: no disruption is allowed now");
            return new Fault(429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.")
            {
                Details = new() { Causes = [cause] },
            };
        }

        return deleter.Delete(request.Kind, pod, DeleteOptions.Background).Refused(out _, out fault) ? fault : Success();
    }

    /// <summary>Gives a pod its node, as the scheduler does.</summary>
    public Answer<JsonObject> Bind(ResourceRequest request)
    {
        if (reader.Find(request.Kind, request.Namespace, request.ObjectName).Refused(out var pod, out var fault))
        {
            return fault;
        }

        var (body, problem) = RequestBody.Read(request.Body.Span, RequestBody.MediaType(request.ContentType));
        var node = (body?.Value as JsonObject).Child("target").Text("name");
        if (node.Length == 0)
        {
            return Refusals.BadRequest(problem ?? "target.name must name a node");
        }

        var bound = pod.Value.Clone();
        JsonPath.Set(bound, "spec.nodeName", node);
        state.Store.Put(request.Kind.Collection, bound);
        return Success();
    }

    private string? Budget(JsonObject pod, string ns) => state.Store.List("poddisruptionbudgets.policy")
        .Where(b => b.Namespace == ns && Selects(b.Value.Child("spec").Child("selector").Child("matchLabels"), pod))
        .FirstOrDefault(b => b.Value.Child("status").Integer("disruptionsAllowed") is null or 0)?.Name;

    private static bool Selects(JsonObject? labels, JsonObject pod) =>
        labels is { Count: > 0 } && labels.All(l => JsonNode.DeepEquals(pod.Child("metadata").Child("labels")?[l.Key], l.Value));

    private static JsonObject Success() => new()
    {
        ["kind"] = "Status", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["status"] = "Success", ["code"] = 201,
    };
}
