namespace Daytwo.Cel.Values;

/// <summary>A computed list.</summary>
/// <param name="joined">Made of two lists, whose elements cel-go then hands out as what they are in Go.</param>
internal sealed class ArrayList(CelValue[] items, bool joined = false) : ListHandle
{
    public override bool IsJoined => joined;

    public override int Count(long bits) => items.Length;

    public override CelValue Get(long bits, int index) => items[index];
}
