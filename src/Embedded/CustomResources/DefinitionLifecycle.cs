using System.Text.Json.Nodes;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Store;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.CustomResources;

/// <summary>
/// Follows CustomResourceDefinitions: accepts their names, establishes them, serves their kinds, and lets a deleted
/// one go when its objects are gone.
/// </summary>
internal sealed class DefinitionLifecycle(ClusterState state, IFieldOwnership ownership)
{
    public const string Collection = "customresourcedefinitions.apiextensions.k8s.io";
    public const string Finalizer = "customresourcecleanup.apiextensions.k8s.io";

    /// <summary>Does what a change of a definition asks for.</summary>
    public void Follow(Change change)
    {
        var definition = change.Object;
        if (change.Type == ChangeType.Deleted)
        {
            state.Kinds.SetCustom(definition.Name, []);
            return;
        }

        if (!Condition(definition.Value, "Established"))
        {
            Establish(definition);
        }

        if (definition.Value.Child("spec") is { } spec && !JsonNode.DeepEquals(spec, change.Previous?.Value["spec"]))
        {
            state.Kinds.SetCustom(definition.Name, DefinitionReader.Kinds(definition.Value));
        }
    }

    /// <summary>Marks a deleted definition, so that its objects go first.</summary>
    public static void Terminate(JsonObject definition, string now)
    {
        Add(definition, "Terminating", "True", "InstanceDeletionPending",
            "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon", now);
    }

    private void Establish(StoredObject definition)
    {
        var before = definition.Value;
        var accepted = before.Clone();
        accepted.Metadata().Remove("resourceVersion");
        var status = accepted.Child("status") ?? [];
        status["acceptedNames"] = before.Child("spec")!["names"]!.DeepClone();
        Add(accepted, "NamesAccepted", "True", "NoConflicts", "no conflicts found", state.Now);
        Add(accepted, "Established", "True", "InitialNamesAccepted", "the initial names have been accepted", state.Now);
        if (state.Kinds.FindKind("apiextensions.k8s.io/v1", "CustomResourceDefinition") is { } kind)
        {
            ownership.Update(kind, before, accepted, new FieldWriter("kube-apiserver", kind.ApiVersion, "status", state.Clock.GetUtcNow()));
        }

        state.Store.Put(Collection, accepted);
    }

    private static void Add(JsonObject definition, string type, string value, string reason, string message, string now)
    {
        var status = definition.Child("status")!;
        if (status["conditions"] is not JsonArray conditions)
        {
            conditions = [];
            status["conditions"] = conditions;
        }

        conditions.Add((JsonNode)new JsonObject
        {
            ["type"] = type, ["status"] = value, ["lastTransitionTime"] = now, ["reason"] = reason, ["message"] = message,
        });
    }

    private static bool Condition(JsonObject definition, string type) =>
        definition.Child("status").Items("conditions").Any(c => c.Text("type") == type && c.Text("status") == "True");
}
