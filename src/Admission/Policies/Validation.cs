namespace Daytwo.Admission.Policies;

/// <summary>An expression that must hold, and what is said when it does not.</summary>
public sealed record Validation
{
    public string Expression { get => field ?? ""; init; }

    public string Message { get => field ?? ""; init; }

    public string MessageExpression { get => field ?? ""; init; }

    /// <summary><c>Unauthorized</c>, <c>Forbidden</c>, <c>Invalid</c> or <c>RequestEntityTooLarge</c>; empty: <c>Invalid</c>.</summary>
    public string Reason { get => field ?? ""; init; }
}
