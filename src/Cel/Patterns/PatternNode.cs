namespace Daytwo.Cel.Patterns;

/// <summary>A parsed pattern.</summary>
internal abstract class PatternNode
{
    /// <summary>How deep it nests; at least 1.</summary>
    public virtual int Height => 1;

    /// <summary>Instructions that RE2 would need for it, at least 1: limits follow from it.</summary>
    public virtual long Size => 1;

    /// <summary>Whether <paramref name="limit"/> bounds the product of nested repetitions.</summary>
    public virtual bool RepeatsAtMost(int limit) => true;
}

/// <summary>Matches the empty text.</summary>
internal sealed class EmptyNode : PatternNode
{
    public static EmptyNode Instance { get; } = new();
}

/// <summary>One code point of a set.</summary>
internal sealed class SetNode(RuneSet set) : PatternNode
{
    public RuneSet Set { get; } = set;
}

/// <summary>A place between code points.</summary>
internal sealed class AssertionNode(Assertion assertion) : PatternNode
{
    public Assertion Assertion { get; } = assertion;
}

/// <summary>One after the other.</summary>
internal sealed class SequenceNode(IReadOnlyList<PatternNode> items) : PatternNode
{
    public IReadOnlyList<PatternNode> Items { get; } = items;

    public override int Height { get; } = 1 + items.Max(i => i is SetNode ? 0 : i.Height);

    public override long Size { get; } = items.Sum(i => i.Size);

    public override bool RepeatsAtMost(int limit) => Items.All(i => i.RepeatsAtMost(limit));
}

/// <summary>The first that matches.</summary>
internal sealed class AlternativesNode(IReadOnlyList<PatternNode> items) : PatternNode
{
    public IReadOnlyList<PatternNode> Items { get; } = items;

    public override int Height { get; } = 1 + items.Max(i => i.Height);

    public override long Size { get; } = items.Sum(i => i.Size) + items.Count - 1;

    public override bool RepeatsAtMost(int limit) => Items.All(i => i.RepeatsAtMost(limit));
}

/// <summary>A capturing group: nothing is captured, but it nests.</summary>
internal sealed class CaptureNode(PatternNode item) : PatternNode
{
    public PatternNode Item { get; } = item;

    public override int Height { get; } = 1 + item.Height;

    public override long Size { get; } = 2 + item.Size;

    public override bool RepeatsAtMost(int limit) => Item.RepeatsAtMost(limit);
}

/// <summary>Several times.</summary>
/// <param name="max">-1: without end.</param>
/// <param name="counted">Written with braces; only these have a limit.</param>
internal sealed class RepeatNode(PatternNode item, int min, int max, bool greedy, bool counted) : PatternNode
{
    public PatternNode Item { get; } = item;

    public int Min { get; } = min;

    public int Max { get; } = max;

    public bool Greedy { get; } = greedy;

    public override int Height { get; } = 1 + item.Height;

    public override long Size { get; } = Math.Max(1, max switch
    {
        -1 when min == 0 => 2 + item.Size,
        -1 => 1 + (min * item.Size),
        _ => (max * item.Size) + max - min,
    });

    public override bool RepeatsAtMost(int limit)
    {
        if (counted)
        {
            var times = Max < 0 ? Min : Max;
            if (Max == 0)
            {
                return true;
            }

            if (times > limit)
            {
                return false;
            }

            limit = times > 0 ? limit / times : limit;
        }

        return Item.RepeatsAtMost(limit);
    }
}
