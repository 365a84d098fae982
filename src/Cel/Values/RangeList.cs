namespace Daytwo.Cel.Values;

/// <summary>0, 1, 2 … up to a count, which is the value's 64 bits.</summary>
internal sealed class RangeList : ListHandle
{
    public static readonly RangeList Instance = new();

    public override int Count(long bits) => (int)bits;

    public override CelValue Get(long bits, int index) => CelValue.Of((long)index);
}
