namespace Daytwo.Cel.Parsing;

/// <summary>How deep one rule of the grammar is nested; the apiserver refuses more than 250, where every operator of a chain counts.</summary>
internal sealed class RuleDepth
{
    public const int Limit = 250;

    private int _depth;

    public int Depth => _depth;

    /// <exception cref="DepthException">The limit is passed.</exception>
    public void Enter()
    {
        if (++_depth > Limit)
        {
            throw new DepthException($"expression recursion limit exceeded: {Limit}");
        }
    }

    public void ReturnTo(int depth) => _depth = depth;
}
