namespace Daytwo.Admission.Mutating;

/// <summary>A policy that could not be applied.</summary>
/// <param name="Binding">Null when the policy itself could not be applied.</param>
/// <param name="Message">Why, without the names of policy and binding.</param>
/// <param name="Reason">Of the answer: <c>Invalid</c>, or <c>Forbidden</c> when it is one of configuration.</param>
/// <param name="Ignored">The failure policy is to go on.</param>
public sealed record MutationFailure(string Policy, string? Binding, string Message, string Reason, bool Ignored)
{
    /// <summary>What the client is told.</summary>
    public string Text => Binding is null ? $"policy \"{Policy}\" denied request: {Message}" : $"policy '{Policy}' with binding '{Binding}' denied request: {Message}";
}
