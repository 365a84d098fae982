namespace Daytwo.Cel.Patterns;

/// <summary>Why a text is no pattern.</summary>
/// <param name="Reason">In the words of Go's regexp/syntax.</param>
/// <param name="Fragment">The part of the pattern that is wrong.</param>
public sealed record PatternError(string Reason, string Fragment)
{
    /// <summary>The whole message.</summary>
    public override string ToString() => $"error parsing regexp: {Reason}: `{Fragment}`";
}
