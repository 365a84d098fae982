namespace Daytwo.Cel.Values;

/// <summary>A computed list.</summary>
internal sealed class ArrayList(CelValue[] items) : ListHandle
{
    public override int Count(long bits) => items.Length;

    public override CelValue Get(long bits, int index) => items[index];
}
