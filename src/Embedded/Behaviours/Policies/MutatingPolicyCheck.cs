using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.AdmissionParts;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours.Policies;

/// <summary>What a MutatingAdmissionPolicy must say to be accepted, with the API's fields, reasons and texts.</summary>
internal static class MutatingPolicyCheck
{
    private static readonly FieldPath Spec = new("spec");

    public static IEnumerable<FieldError> Check(JsonObject policy)
    {
        var (spec, compiled) = (policy.Child("spec"), CompiledTexts.OfMutating(policy));
        var mutations = spec.Items("mutations").ToList();
        var at = Spec.Child("mutations");
        return
        [
            .. PolicyPartsCheck.Check(spec, Spec, compiled),
            .. mutations.Count == 0 ? [FieldError.Required(at, "mutations must contain at least one item")] : mutations.SelectMany((mutation, i) => Mutation(mutation, at.Index(i), compiled)),
            .. AdmissionWords.Required(spec, Spec, "reinvocationPolicy", AdmissionWords.ReinvocationPolicies),
        ];
    }

    private static IEnumerable<FieldError> Mutation(JsonObject mutation, FieldPath at, CompiledTexts compiled) => mutation.Text("patchType") switch
    {
        "JSONPatch" => [.. Given(mutation, at, "jsonPatch", compiled), .. Absent(mutation, at, "applyConfiguration")],
        "ApplyConfiguration" => [.. Given(mutation, at, "applyConfiguration", compiled), .. Absent(mutation, at, "jsonPatch")],
        _ => AdmissionWords.Required(mutation, at, "patchType", AdmissionWords.PatchTypes),
    };

    private static IEnumerable<FieldError> Given(JsonObject mutation, FieldPath at, string field, CompiledTexts compiled)
    {
        if (mutation.Child(field) is not { } given)
        {
            return [FieldError.Required(at.Child(field), $"must be specified when patchType is {mutation.Text("patchType")}")];
        }

        var (expression, place) = (given.Text("expression"), at.Child(field).Child("expression"));
        return string.IsNullOrWhiteSpace(expression) ? [FieldError.Required(place)] : compiled.At(place, expression);
    }

    private static FieldError[] Absent(JsonObject mutation, FieldPath at, string field) =>
        mutation.Child(field) is null ? [] : [FieldError.Invalid(at.Child(field), $"{{{field}}}", $"must not be specified when patchType is {mutation.Text("patchType")}")];
}
