namespace Daytwo.Admission;

/// <summary>An expression of a policy.</summary>
/// <param name="Field">The field of the policy: <c>spec.validations[0].expression</c>.</param>
/// <param name="Text">The expression as written.</param>
/// <param name="Type">The type of its result as the checker knows it; null when it does not compile.</param>
public sealed record PolicyExpression(string Field, string Text, string? Type);
