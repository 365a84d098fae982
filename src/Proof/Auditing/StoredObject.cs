using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Kubernetes.Objects;
using Daytwo.Proof.Judging;

namespace Daytwo.Proof.Auditing;

/// <summary>An object that exists, as the request that would create it as it is; nobody sends it.</summary>
internal static class StoredObject
{
    public static AdmissionRequest Request(ResourceType type, JsonObject json)
    {
        json.Within("metadata").Remove("managedFields");
        var name = json.Text("metadata", "name") ?? "";
        return new AdmissionRequest
        {
            Kind = new(type.Group, type.Version, type.Kind),
            Resource = new(type.Group, type.Version, type.Plural),
            Name = name,
            Namespace = type.Kind == "Namespace" && type.Group.Length == 0 ? name : type.Namespaced ? json.Text("metadata", "namespace") ?? "default" : "",
            Operation = AdmissionOperation.Create,
            Object = GivenCluster.Value(json),
        };
    }

    /// <summary>The type of an object of a file, where there is no API to ask.</summary>
    public static ResourceType Type(JsonObject json)
    {
        var (apiVersion, kind) = (json.Text("apiVersion") ?? "", json.Text("kind") ?? "");
        var (group, version) = apiVersion.Split('/') is [var g, var v] ? (g, v) : ("", apiVersion);
        return new ResourceType(group, version, GuessedResource.Plural(kind), kind, GuessedResource.Namespaced(kind));
    }
}
