using Daytwo.Embedded.Schema.Rules;

namespace Daytwo.Embedded.Schema.Structural;

/// <summary>What can be said of x-kubernetes-validations without compiling them.</summary>
internal sealed class ValidationRuleTexts(List<FieldError> errors)
{
    private static readonly string[] Reasons = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"];

    public void Check(StructuralSchema schema, FieldPath at)
    {
        for (var i = 0; i < schema.Rules.Count; i++)
        {
            var rule = schema.Rules[i];
            var field = at.Child("x-kubernetes-validations").Index(i);
            CheckRule(rule, field);
            if (rule.MessageExpression.Length > 0 && IsBlank(rule.MessageExpression))
            {
                errors.Add(FieldError.Required(field.Child("messageExpression"), "messageExpression must be non-empty if specified"));
            }

            if (rule.Reason.Length > 0 && !Reasons.Contains(rule.Reason))
            {
                errors.Add(FieldError.NotSupported(field.Child("reason"), rule.Reason, Reasons));
            }

            CheckFieldPath(rule, field.Child("fieldPath"));
        }
    }

    private void CheckRule(ValidationRule rule, FieldPath at)
    {
        if (IsBlank(rule.Rule))
        {
            errors.Add(FieldError.Required(at.Child("rule"), "rule is not specified"));
        }
        else if (rule.Message.Length > 0 && IsBlank(rule.Message))
        {
            errors.Add(FieldError.Invalid(at.Child("message"), rule.Message, "must be non-empty if specified"));
        }
        else if (HasLineBreak(rule.Message.Trim()))
        {
            errors.Add(FieldError.Invalid(at.Child("message"), rule.Message, "must not contain line breaks"));
        }
        else if (HasLineBreak(rule.Rule.Trim()) && IsBlank(rule.Message))
        {
            errors.Add(FieldError.Required(at.Child("message"), "message must be specified if rule contains line breaks"));
        }
    }

    private void CheckFieldPath(ValidationRule rule, FieldPath at)
    {
        if (rule.FieldPath.Length > 0 && IsBlank(rule.FieldPath))
        {
            errors.Add(FieldError.Invalid(at, rule.FieldPath, "must be non-empty if specified"));
        }

        if (HasLineBreak(rule.FieldPath))
        {
            errors.Add(FieldError.Invalid(at, rule.FieldPath, "must not contain line breaks"));
        }
    }

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    private static bool HasLineBreak(string text) => text.AsSpan().IndexOfAny('\n', '\r') >= 0;
}
