using Daytwo.Admission.Policies;

namespace Daytwo.Admission.Validating;

/// <summary>A validation that does not hold, or could not be told.</summary>
/// <param name="Binding">Null when the policy itself could not be applied.</param>
/// <param name="ExpressionIndex">The validation's place in the policy; -1 when no single one is meant.</param>
/// <param name="Message">What is said of it, without the names of policy and binding.</param>
/// <param name="Reason">Of the answer when it denies: <c>Invalid</c>, <c>Forbidden</c> …</param>
/// <param name="IsError">It could not be told.</param>
/// <param name="Actions">What comes of it; none when an error is ignored.</param>
public sealed record PolicyFinding(
    string Policy, string? Binding, int ExpressionIndex, string Message, string Reason, bool IsError, IReadOnlyList<ValidationAction> Actions)
{
    public bool Denies => Actions.Contains(ValidationAction.Deny);

    /// <summary>What the client is told when it denies.</summary>
    public string DenialText => Binding is null
        ? $"ValidatingAdmissionPolicy '{Policy}' denied request: {Message}"
        : $"ValidatingAdmissionPolicy '{Policy}' with binding '{Binding}' denied request: {Message}";

    /// <summary>The HTTP status code of the answer when it denies.</summary>
    public int Code => Reason switch
    {
        "Forbidden" => 403,
        "Unauthorized" => 401,
        "RequestEntityTooLarge" => 413,
        _ => 422,
    };
}
