namespace Daytwo.Admission.Mutating;

/// <summary>Policy, binding and parameter of an invocation.</summary>
internal readonly record struct InvocationKey(string Policy, string Binding, string ParamNamespace, string ParamName);
