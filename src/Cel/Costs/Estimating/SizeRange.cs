namespace Daytwo.Cel.Costs.Estimating;

/// <summary>How large a value is at least and at most: code points of a text, elements of a list or map.</summary>
internal readonly record struct SizeRange(ulong Min, ulong Max)
{
    public static SizeRange Unknown => new(0, ulong.MaxValue);

    public static SizeRange Of(ulong size) => new(size, size);

    public SizeRange Plus(SizeRange other) => new(CappedCost.Add(Min, other.Min), CappedCost.Add(Max, other.Max));

    public SizeRange Times(SizeRange other) => new(CappedCost.Multiply(Min, other.Min), CappedCost.Multiply(Max, other.Max));

    public SizeRange Union(SizeRange other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));
}
