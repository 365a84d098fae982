using System.Text.Json.Nodes;

namespace Daytwo.Proof.Auditing;

/// <summary>Which object a result is about; nothing of what it holds.</summary>
/// <param name="Namespace">Null for objects without one.</param>
/// <param name="Uid">Null for objects of files.</param>
public sealed record AuditedObject(string ApiVersion, string Kind, string? Namespace, string Name, string? Uid)
{
    internal static AuditedObject Of(JsonObject json) => new(
        json.Text("apiVersion") ?? "", json.Text("kind") ?? "", json.Text("metadata", "namespace"), json.Text("metadata", "name") ?? "", json.Text("metadata", "uid"));
}
