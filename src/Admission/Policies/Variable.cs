namespace Daytwo.Admission.Policies;

/// <summary>A name for an expression, read by later ones as <c>variables.NAME</c>.</summary>
public sealed record Variable
{
    public string Name { get => field ?? ""; init; }

    public string Expression { get => field ?? ""; init; }
}
