namespace Daytwo.Cel.Patterns;

/// <summary>The first that matches.</summary>
internal sealed class AlternativesNode(IReadOnlyList<PatternNode> items) : PatternNode
{
    public IReadOnlyList<PatternNode> Items { get; } = items;

    public override int Height { get; } = 1 + items.Max(i => i.Height);

    public override long Size { get; } = items.Sum(i => i.Size) + items.Count - 1;

    public override bool RepeatsAtMost(int limit) => Items.All(i => i.RepeatsAtMost(limit));
}
