namespace Daytwo.Cel.Patterns;

/// <summary>A capturing group: nothing is captured, but it nests.</summary>
internal sealed class CaptureNode(PatternNode item) : PatternNode
{
    public PatternNode Item { get; } = item;

    public override int Height { get; } = 1 + item.Height;

    public override long Size { get; } = 2 + item.Size;

    public override bool RepeatsAtMost(int limit) => Item.RepeatsAtMost(limit);
}
