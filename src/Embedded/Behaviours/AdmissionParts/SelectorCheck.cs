using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Behaviours.AdmissionParts;

/// <summary>A label selector inside an object.</summary>
internal static class SelectorCheck
{
    public static IEnumerable<FieldError> Check(JsonObject? selector, FieldPath at) =>
    [
        .. (selector.Child("matchLabels") ?? []).SelectMany(label => (IEnumerable<FieldError>)
            [.. Key(label.Key, at.Child("matchLabels")), .. Value(label.Value.TextOrNull() ?? "", at.Child("matchLabels"))]),
        .. selector.Items("matchExpressions").SelectMany((expression, i) => Expression(expression, at.Child("matchExpressions").Index(i))),
    ];

    private static IEnumerable<FieldError> Expression(JsonObject expression, FieldPath at)
    {
        var values = expression.Texts("values");
        return
        [
            .. Operator(expression.Text("operator"), values.Count, at),
            .. Key(expression.Text("key"), at.Child("key")),
            .. values.SelectMany((value, i) => Value(value, at.Child("values").Index(i))),
        ];
    }

    private static FieldError[] Operator(string text, int values, FieldPath at) => text switch
    {
        "In" or "NotIn" => values > 0 ? [] : [FieldError.Required(at.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'")],
        "Exists" or "DoesNotExist" => values == 0 ? [] : [FieldError.Forbidden(at.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")],
        _ => [FieldError.Invalid(at.Child("operator"), text, "not a valid selector operator")],
    };

    private static IEnumerable<FieldError> Key(string key, FieldPath at) => NameSyntax.QualifiedName(key).Select(problem => FieldError.Invalid(at, key, problem));

    private static IEnumerable<FieldError> Value(string value, FieldPath at) => NameSyntax.LabelValue(value).Select(problem => FieldError.Invalid(at, value, problem));
}
