namespace Daytwo.Admission.Typing;

/// <summary>What a policy's status says of an expression that does not fit the types it is about.</summary>
/// <param name="FieldRef">The field of the policy: <c>spec.validations[0].expression</c>.</param>
/// <param name="Warning">The issues with each kind, as the controller-manager prints them.</param>
public sealed record ExpressionWarning(string FieldRef, string Warning);
