namespace Daytwo.Admission.Expressions;

/// <summary>Whether match conditions hold.</summary>
/// <param name="Failed">The name of the first that is false.</param>
/// <param name="Error">Why they could not be told, when that is to fail the request.</param>
internal readonly record struct ConditionsResult(bool Holds, string? Failed, string? Error)
{
    public static ConditionsResult Hold => new(true, null, null);

    /// <summary>Why they could not be told, when the failure policy is to ignore that.</summary>
    public string? Ignored { get; init; }
}
