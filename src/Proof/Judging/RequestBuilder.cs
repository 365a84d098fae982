using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Values;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Replaying;
using Asked = Daytwo.Crds.Admission.AdmissionOperation;

namespace Daytwo.Proof.Judging;

/// <summary>A request as rules see it when an apiserver received it as <see cref="DryRun"/> sends it; pure.</summary>
internal static class RequestBuilder
{
    /// <param name="value">The object as the API completed it; null on deletion.</param>
    /// <param name="old">The object as it is stored; null on creation.</param>
    public static AdmissionRequest Of(CorpusItem item, Mark mark, RequestUser user, CelValue value, CelValue old)
    {
        var type = item.Type;
        return new AdmissionRequest
        {
            Kind = new(type.Group, type.Version, type.Kind),
            Resource = new(type.Group, type.Version, type.Plural),
            Name = item.Name,
            Namespace = type is { Group: "", Kind: "Namespace" } ? item.Name : item.Namespace ?? "",
            Operation = item.Operation switch
            {
                Asked.Create => AdmissionOperation.Create,
                Asked.Update => AdmissionOperation.Update,
                Asked.Delete => AdmissionOperation.Delete,
                _ => throw new ArgumentException($"{item.Operation} cannot be replayed", nameof(item)),
            },
            User = user,
            DryRun = true,
            Object = value,
            OldObject = old,
            Options = GivenCluster.Value(Options(item.Operation, mark)),
        };
    }

    private static JsonObject Options(Asked operation, Mark mark)
    {
        var options = new JsonObject { ["kind"] = $"{operation}Options", ["apiVersion"] = "meta.k8s.io/v1", ["dryRun"] = new JsonArray("All") };
        if (operation == Asked.Delete)
        {
            options["gracePeriodSeconds"] = mark.Grace;
        }
        else
        {
            options["fieldManager"] = mark.Manager;
            options["fieldValidation"] = "Ignore";
        }

        return options;
    }
}
