using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Routing;

namespace Daytwo.Embedded.Admission;

/// <summary>A write that is to be admitted.</summary>
/// <param name="Name">Of the object; empty when the API is to make it.</param>
/// <param name="Value">The object in the served version; null on deletion.</param>
/// <param name="Old">The stored object in the served version; null on creation.</param>
internal sealed record AdmissionCall(ResourceRequest Request, AdmissionOperation Operation, string Name, JsonObject? Value, JsonObject? Old, bool DryRun)
{
    /// <summary>The name by which a refusal calls the object.</summary>
    public string ShownName => Name.Length > 0 ? Name
        : Value.Child("metadata").Text("generateName") is { Length: > 0 } prefix ? prefix : "Unknown";

    public AdmissionRequest ToRequest()
    {
        var kind = Request.Kind;
        return new AdmissionRequest
        {
            Kind = new(kind.Group, kind.Version, kind.Kind),
            Resource = new(kind.Group, kind.Version, kind.Plural),
            Subresource = Request.Subresource?.Name ?? "",
            Name = Name,
            Namespace = kind.Collection == "namespaces" ? Name : (Value ?? Old)?.ObjectNamespace() ?? Request.Namespace ?? "",
            Operation = Operation,
            User = new(Request.Caller.UserName) { Groups = Request.Caller.Groups },
            DryRun = DryRun,
            Object = ClusterReader.Value(Value),
            OldObject = ClusterReader.Value(Old),
            Options = ClusterReader.Value(Options()),
        };
    }

    private JsonObject Options()
    {
        var options = new JsonObject
        {
            ["kind"] = Operation switch { AdmissionOperation.Create => "CreateOptions", AdmissionOperation.Delete => "DeleteOptions", _ => Request.Method == "PATCH" ? "PatchOptions" : "UpdateOptions" },
            ["apiVersion"] = "meta.k8s.io/v1",
        };
        if (DryRun)
        {
            options["dryRun"] = new JsonArray("All");
        }

        foreach (var field in (string[])["fieldManager", "fieldValidation", "propagationPolicy"])
        {
            if (Request.Query[field] is { Length: > 0 } given)
            {
                options[field] = given;
            }
        }

        return options;
    }
}
