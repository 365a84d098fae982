using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Auditing;

/// <summary>Writes an event for each write of an object, a line of JSON each, as kube-apiserver does by a policy that logs writes at level Metadata.</summary>
internal sealed class AuditLog(TextWriter log, ClusterState state)
{
    /// <param name="uri">Path and query as the client sent them.</param>
    /// <param name="reply">Its body is read and rewound.</param>
    public void Write(ResourceRequest request, string verb, string uri, Reply reply)
    {
        if (verb is "get" or "list" or "watch")
        {
            return;
        }

        var entry = new JsonObject
        {
            ["kind"] = "Event",
            ["apiVersion"] = "audit.k8s.io/v1",
            ["level"] = "Metadata",
            ["auditID"] = state.Identities.Uid(),
            ["stage"] = "ResponseComplete",
            ["requestURI"] = uri,
            ["verb"] = verb,
            ["user"] = new JsonObject { ["username"] = request.Caller.UserName, ["groups"] = request.Caller.Groups.ToJson() },
            ["userAgent"] = request.Caller.UserAgent,
            ["objectRef"] = Reference(request),
            ["responseStatus"] = Status(reply),
            ["requestReceivedTimestamp"] = Timestamps.Micro(request.Memory.Received),
            ["stageTimestamp"] = Timestamps.Micro(state.Clock.GetUtcNow()),
            ["annotations"] = Annotations(request),
        };
        log.WriteLine(Encoding.UTF8.GetString(JsonText.Utf8(entry)));
        log.Flush();
    }

    /// <summary>The object as the path names it, and where a whole one is sent, as that does.</summary>
    private static JsonObject Reference(ResourceRequest request)
    {
        var kind = request.Kind;
        var sent = request.Method is "POST" or "PUT" && !RequestBody.Object(request, kind).Refused(out var body, out _) ? (JsonObject)body.Value! : null;
        var inPath = kind.Collection == "namespaces" ? request.Name : request.Namespace;
        var reference = new JsonObject { ["resource"] = kind.Plural };
        Add("namespace", inPath ?? sent?.ObjectNamespace());
        Add("name", request.Name ?? sent?.ObjectName());
        Add("uid", sent?.Uid());
        Add("apiGroup", kind.Group);
        Add("apiVersion", kind.Version);
        Add("resourceVersion", sent?.ResourceVersion());
        Add("subresource", request.Subresource?.Name);
        return reference;

        void Add(string field, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                reference[field] = text;
            }
        }
    }

    /// <summary>The code, and of a Status what it says.</summary>
    private static JsonObject Status(Reply reply)
    {
        var told = new JsonObject { ["metadata"] = new JsonObject() };
        if (reply.Body is MemoryStream whole && JsonNode.Parse(whole.ToArray()) is JsonObject answer && answer.Text("kind") == "Status")
        {
            foreach (var field in (string[])["status", "message", "reason", "details"])
            {
                if (answer[field] is { } said)
                {
                    told[field] = said.DeepClone();
                }
            }
        }

        told["code"] = reply.Code;
        return told;
    }

    /// <summary>Every caller may do everything here, as system:masters may there.</summary>
    private static JsonObject Annotations(ResourceRequest request) => new(request.Annotations
        .Concat([new("authorization.k8s.io/decision", "allow"), new("authorization.k8s.io/reason", "")])
        .OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value)));
}
