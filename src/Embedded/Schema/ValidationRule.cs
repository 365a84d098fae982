namespace Daytwo.Embedded.Schema;

/// <summary>One entry of <c>x-kubernetes-validations</c>: kept with the schema, evaluated by an <see cref="ICelValidator"/>.</summary>
internal sealed record ValidationRule(
    string Rule,
    string Message,
    string MessageExpression,
    string Reason,
    string FieldPath,
    bool OptionalOldSelf);
