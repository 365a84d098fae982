using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.AdmissionParts;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Behaviours.Policies;

/// <summary>What a binding must say to be accepted, with the API's fields, reasons and texts.</summary>
internal static class BindingCheck
{
    private static readonly FieldPath Spec = new("spec");

    public static IEnumerable<FieldError> Mutating(JsonObject binding)
    {
        var spec = binding.Child("spec");
        var name = spec.Text("policyName");
        return
        [
            .. name.Length == 0 ? [FieldError.Required(Spec.Child("policyName"))] : NameSyntax.Subdomain(name).Select(problem => FieldError.Invalid(Spec.Child("policyName"), name, problem)),
            .. spec.Child("paramRef") is { } reference ? ParamRef(reference, Spec.Child("paramRef")) : [],
            .. ConstraintsCheck.Check(spec.Child("matchResources"), Spec.Child("matchResources")),
        ];
    }

    public static IEnumerable<FieldError> Validating(JsonObject binding) =>
        [.. Mutating(binding), .. Actions(binding.Child("spec").Texts("validationActions"), Spec.Child("validationActions"))];

    private static IEnumerable<FieldError> ParamRef(JsonObject reference, FieldPath at)
    {
        var (name, selector) = (reference.Text("name"), reference.Child("selector"));
        var both = name.Length > 0 && selector is not null;
        FieldError[] Exclusive(string field) => both ? [FieldError.Forbidden(at.Child(field), "name and selector are mutually exclusive")] : [];
        return
        [
            .. NameSyntax.PathSegment(name).Select(problem => FieldError.Invalid(at.Child("name"), name, problem)),
            .. Exclusive("name"),
            .. SelectorCheck.Check(selector, at.Child("selector")),
            .. Exclusive("selector"),
            .. name.Length == 0 && selector is null ? [FieldError.Required(at, "one of name or selector must be specified")] : Array.Empty<FieldError>(),
            .. AdmissionWords.Required(reference, at, "parameterNotFoundAction", AdmissionWords.MissingParameters),
        ];
    }

    private static IEnumerable<FieldError> Actions(IReadOnlyList<string> actions, FieldPath at)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            if (!AdmissionWords.Actions.Contains(actions[i]))
            {
                yield return FieldError.NotSupported(at.Index(i), actions[i], AdmissionWords.Actions);
            }

            if (actions.Take(i).Contains(actions[i]))
            {
                yield return FieldError.Duplicate(at.Index(i), actions[i]);
            }
        }

        if (actions.Contains("Deny") && actions.Contains("Warn"))
        {
            yield return FieldError.Invalid(at, actions.ToJson(),
                "must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)");
        }

        if (actions.Count == 0)
        {
            yield return FieldError.Required(at, "at least one validation action is required");
        }
    }
}
