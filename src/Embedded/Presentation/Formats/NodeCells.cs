using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Cells of nodes.</summary>
internal static class NodeCells
{
    private const string RolePrefix = "node-role.kubernetes.io/";

    public static string Status(JsonObject node)
    {
        var ready = node.Child("status").Items("conditions").FirstOrDefault(c => c.Text("type") == "Ready");
        var status = ready is null ? "Unknown" : ready.Text("status") == "True" ? "Ready" : "NotReady";
        return node.Child("spec").Flag("unschedulable") ? status + ",SchedulingDisabled" : status;
    }

    public static string Roles(JsonObject node)
    {
        var labels = node.Metadata().Child("labels") ?? [];
        var roles = labels.Where(l => l.Key.StartsWith(RolePrefix, StringComparison.Ordinal) && l.Key.Length > RolePrefix.Length)
            .Select(l => l.Key[RolePrefix.Length..])
            .Concat(labels.Text("kubernetes.io/role") is { Length: > 0 } role ? [role] : []).Distinct().Order(StringComparer.Ordinal);
        return string.Join(',', roles) is { Length: > 0 } text ? text : "<none>";
    }

    public static string Address(JsonObject node, string type) =>
        node.Child("status").Items("addresses").FirstOrDefault(a => a.Text("type") == type)?.Text("address") ?? "<none>";
}
