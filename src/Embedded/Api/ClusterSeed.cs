using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Store;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Api;

/// <summary>What a new cluster has from the start, and what every new namespace gets.</summary>
internal sealed class ClusterSeed(ClusterState state, ObjectWriter writer)
{
    private static readonly string[] Namespaces = ["default", "kube-node-lease", "kube-public", "kube-system"];

    public void Plant()
    {
        foreach (var name in Namespaces)
        {
            Create("v1", "Namespace", null, new JsonObject { ["metadata"] = new JsonObject { ["name"] = name } });
        }

        Create("v1", "Service", "default", new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = "kubernetes",
                ["labels"] = new JsonObject { ["component"] = "apiserver", ["provider"] = "kubernetes" },
            },
            ["spec"] = new JsonObject
            {
                ["clusterIP"] = "10.96.0.1",
                ["ports"] = new JsonArray(new JsonObject { ["name"] = "https", ["port"] = 443, ["protocol"] = "TCP", ["targetPort"] = 6443 }),
            },
        });
    }

    /// <summary>Gives a new namespace its default ServiceAccount.</summary>
    public void Follow(Change change)
    {
        if (state.ServiceAccounts && change is { Type: ChangeType.Added, Collection: "namespaces" })
        {
            Create("v1", "ServiceAccount", change.Object.Name, new JsonObject { ["metadata"] = new JsonObject { ["name"] = "default" } });
        }
    }

    private void Create(string apiVersion, string kind, string? ns, JsonObject value)
    {
        var definition = state.Kinds.FindKind(apiVersion, kind) ?? throw new InvalidOperationException($"The kind table lacks {kind}.");
        value["apiVersion"] = apiVersion;
        value["kind"] = kind;
        var request = new ResourceRequest(definition, ns, null, null)
        {
            Method = "POST", Query = new QueryParameters(""), Accept = "", Caller = Caller.Administrator("kube-apiserver"), IsInternal = true,
        };
        var context = new WriteContext(request, new WriteOptions(false, "kube-apiserver", FieldValidation.Ignore, false));
        if (writer.Create(context, value).Refused(out _, out var fault))
        {
            throw new InvalidOperationException($"The {kind} {value.ObjectName()} of every new cluster was refused: {fault.Message}");
        }
    }
}
