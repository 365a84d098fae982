namespace Daytwo.Cel.Costs;

/// <summary>How large values can be at most, as far as something tells.</summary>
public interface ISizeLimits
{
    /// <param name="path">A variable, then fields, <c>@items</c> of lists, <c>@keys</c> and <c>@values</c> of maps.</param>
    /// <returns>Null when nothing tells.</returns>
    ulong? Largest(IReadOnlyList<string> path);
}
