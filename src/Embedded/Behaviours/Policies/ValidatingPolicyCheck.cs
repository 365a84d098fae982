using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.AdmissionParts;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Behaviours.Policies;

/// <summary>What a ValidatingAdmissionPolicy must say to be accepted, with the API's fields, reasons and texts.</summary>
internal sealed class ValidatingPolicyCheck
{
    private const string OneItem = "validations or auditAnnotations must contain at least one item";
    private const int MostAnnotations = 20;
    private const int LongestAnnotation = 5 * 1024;
    private static readonly FieldPath Spec = new("spec");

    private readonly JsonObject policy;
    private readonly JsonObject? spec;
    private readonly CompiledTexts compiled;

    private ValidatingPolicyCheck(JsonObject policy) => (this.policy, spec, compiled) = (policy, policy.Child("spec"), CompiledTexts.OfValidating(policy));

    public static IEnumerable<FieldError> Check(JsonObject policy) => new ValidatingPolicyCheck(policy).Errors();

    private IEnumerable<FieldError> Errors() => [.. PolicyPartsCheck.Check(spec, Spec, compiled), .. Purposes()];

    private IEnumerable<FieldError> Purposes()
    {
        var (validations, annotations) = (spec.Items("validations").ToList(), spec.Items("auditAnnotations").ToList());
        return validations.Count + annotations.Count == 0
            ? [FieldError.Required(Spec.Child("validations"), OneItem), FieldError.Required(Spec.Child("auditAnnotations"), OneItem)]
            : [.. validations.SelectMany((validation, i) => Validation(validation, Spec.Child("validations").Index(i))), .. Annotations(annotations, Spec.Child("auditAnnotations"))];
    }

    private IEnumerable<FieldError> Validation(JsonObject validation, FieldPath at)
    {
        var (message, messageExpression) = (validation.Text("message"), validation.Text("messageExpression"));
        return
        [
            .. compiled.Written(at.Child("expression"), validation.Text("expression")),
            .. messageExpression.Length == 0 ? [] : string.IsNullOrWhiteSpace(messageExpression)
                ? [FieldError.Invalid(at.Child("messageExpression"), messageExpression, "must be non-empty if specified")]
                : compiled.At(at.Child("messageExpression"), messageExpression),
            .. message.Length > 0 && string.IsNullOrWhiteSpace(message) ? [FieldError.Invalid(at.Child("message"), message, "must be non-empty if specified")]
                : message.Trim().AsSpan().IndexOfAny('\n', '\r') >= 0 ? [FieldError.Invalid(at.Child("message"), message, "must not contain line breaks")]
                : Array.Empty<FieldError>(),
            .. AdmissionWords.Check(validation, at, "reason", AdmissionWords.Reasons),
        ];
    }

    private IEnumerable<FieldError> Annotations(List<JsonObject> annotations, FieldPath at)
    {
        if (annotations.Count > MostAnnotations)
        {
            var quoted = annotations.Select(a => (JsonNode)new JsonObject { ["Key"] = a.Text("key"), ["ValueExpression"] = a.Text("valueExpression") });
            yield return FieldError.Invalid(at, new JsonArray([.. quoted]), $"must not have more than {MostAnnotations} auditAnnotations");
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < annotations.Count; i++)
        {
            var key = annotations[i].Text("key");
            var duplicate = keys.Add(key) ? [] : new[] { FieldError.Duplicate(at.Index(i).Child("key"), key) };
            foreach (var error in (IEnumerable<FieldError>)[.. Annotation(key, annotations[i].Text("valueExpression"), at.Index(i)), .. duplicate])
            {
                yield return error;
            }
        }
    }

    private IEnumerable<FieldError> Annotation(string key, string expression, FieldPath at)
    {
        var (whole, field) = ($"{policy.ObjectName()}/{key}", at.Child("valueExpression"));
        return
        [
            .. NameSyntax.QualifiedName(whole).Select(problem => FieldError.Invalid(at.Child("key"), whole, problem)),
            .. string.IsNullOrWhiteSpace(expression) ? [FieldError.Required(field, "valueExpression is not specified")]
                : Encoding.UTF8.GetByteCount(expression.Trim()) > LongestAnnotation ? [FieldError.Required(field, $"must not exceed {LongestAnnotation} bytes in length")]
                : compiled.At(field, expression),
        ];
    }
}
