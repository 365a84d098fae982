namespace Daytwo.Embedded.Apply;

/// <summary>How two values of one type differ. No field is in two of the sets.</summary>
internal sealed record Comparison(FieldSet Removed, FieldSet Modified, FieldSet Added)
{
    /// <summary>Without fields that a request may not touch.</summary>
    public Comparison Without(FieldSet? ignored) =>
        ignored is null
            ? this
            : new(Removed.RecursiveDifference(ignored), Modified.RecursiveDifference(ignored), Added.RecursiveDifference(ignored));
}
