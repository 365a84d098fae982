using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Tests;

/// <summary>The request of a case: a Pod in a namespace is created unless it says otherwise.</summary>
internal static class CaseRequest
{
    public static AdmissionRequest Of(PolicyCase item)
    {
        var request = item.Json["request"] as JsonObject ?? [];
        var value = request["object"];
        return new AdmissionRequest
        {
            Kind = new(Text(request, "group", ""), Text(request, "version", "v1"), Text(request, "kind", "Pod")),
            Resource = new(Text(request, "group", ""), Text(request, "version", "v1"), Text(request, "resource", "pods")),
            Subresource = Text(request, "subresource", ""),
            Name = Text(request, "name", (string?)value?["metadata"]?["name"] ?? ""),
            Namespace = Text(request, "namespace", (string?)value?["metadata"]?["namespace"] ?? ""),
            Operation = OperationNames.Parse(Text(request, "operation", "CREATE"))!.Value,
            User = new(Text(request, "user", "someone")) { Groups = [.. (request["groups"] as JsonArray ?? []).Select(g => (string)g!)] },
            DryRun = (bool?)request["dryRun"] ?? false,
            Object = Value(value),
            OldObject = Value(request["oldObject"]),
        };
    }

    public static CelValue Value(JsonNode? node) => node is null ? CelValue.Null : JsonInput.Read(Encoding.UTF8.GetBytes(node.ToJsonString()));

    private static string Text(JsonObject request, string field, string otherwise) => (string?)request[field] ?? otherwise;
}
