namespace Daytwo.Proof.Explaining;

/// <summary>An expression of a rule.</summary>
/// <param name="Field">Such as <c>spec.validations[0].expression</c>.</param>
/// <param name="Type">Of its result; null when it does not compile.</param>
/// <param name="Cost">Null when it was not asked for, and for expressions that are not estimated by themselves.</param>
public sealed record ExplainedExpression(string Field, string? Type, ExpressionCost? Cost);
