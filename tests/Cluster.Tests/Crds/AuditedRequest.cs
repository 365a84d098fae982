using System.Text.Json.Nodes;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>What one user asked the apiserver for, by its audit log.</summary>
internal sealed record AuditedRequest(string Verb, string Group, string Resource, string? Namespace, string? Name, int Code)
{
    /// <summary>The policy that logs every request once, without bodies.</summary>
    public const string Policy = """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived, ResponseStarted]
        rules: [{level: Metadata}]
        """;

    public static IReadOnlyList<AuditedRequest> Of(string log, string user) =>
        [.. File.ReadLines(log).Select(line => JsonNode.Parse(line)!)
            .Where(entry => (string?)entry["user"]!["username"] == user && entry["objectRef"] is not null)
            .Select(Read)];

    private static AuditedRequest Read(JsonNode entry)
    {
        var target = entry["objectRef"]!;
        var subresource = (string?)target["subresource"] is { } name ? "/" + name : "";
        return new AuditedRequest(
            (string)entry["verb"]!, (string?)target["apiGroup"] ?? "", (string)target["resource"]! + subresource,
            (string?)target["namespace"], (string?)target["name"], (int?)entry["responseStatus"]?["code"] ?? 0);
    }
}
