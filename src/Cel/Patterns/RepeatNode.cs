namespace Daytwo.Cel.Patterns;

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
