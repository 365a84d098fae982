namespace Daytwo.Cel.Costs.Estimating;

/// <summary>How large the entries of a list or map that an expression makes are.</summary>
internal sealed record EntrySizes(bool IsList, SizeRange Key, SizeRange Value)
{
    public static EntrySizes? Union(EntrySizes? one, EntrySizes? other) =>
        one is null || other is null ? null : new EntrySizes(one.IsList, one.Key.Union(other.Key), one.Value.Union(other.Value));
}
