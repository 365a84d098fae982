namespace Daytwo.Cel.Patterns;

/// <summary>One after the other.</summary>
internal sealed class SequenceNode(IReadOnlyList<PatternNode> items) : PatternNode
{
    public IReadOnlyList<PatternNode> Items { get; } = items;

    public override int Height { get; } = 1 + items.Max(i => i is SetNode ? 0 : i.Height);

    public override long Size { get; } = items.Sum(i => i.Size);

    public override bool RepeatsAtMost(int limit) => Items.All(i => i.RepeatsAtMost(limit));
}
