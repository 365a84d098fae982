using System.Text.Json.Nodes;
using Daytwo.Cel;
using Daytwo.Embedded.Behaviours.AdmissionParts;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours.Policies;

/// <summary>What validating and mutating policies have in common.</summary>
internal static class PolicyPartsCheck
{
    public static IEnumerable<FieldError> Check(JsonObject? spec, FieldPath at, CompiledTexts compiled) =>
    [
        .. AdmissionWords.Check(spec, at, "failurePolicy", AdmissionWords.FailurePolicies),
        .. spec.Child("paramKind") is { } kind ? ParamKindCheck.Check(kind, at.Child("paramKind")) : [],
        .. ConstraintsCheck.OfPolicy(spec.Child("matchConstraints"), at.Child("matchConstraints")),
        .. ConditionsCheck.Check(spec.Items("matchConditions"), at.Child("matchConditions"), compiled),
        .. spec.Items("variables").SelectMany((variable, i) => Variable(variable, at.Child("variables").Index(i), compiled)),
    ];

    private static IEnumerable<FieldError> Variable(JsonObject variable, FieldPath at, CompiledTexts compiled) =>
        [.. Name(variable.Text("name"), at.Child("name")), .. compiled.Written(at.Child("expression"), variable.Text("expression"))];

    private static FieldError[] Name(string name, FieldPath at) =>
        string.IsNullOrWhiteSpace(name) ? [FieldError.Required(at, "name is not specified")]
        : CelVariable.IsName(name) ? [] : [FieldError.Invalid(at, name, "must be a valid CEL identifier")];
}
