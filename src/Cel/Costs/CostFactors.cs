namespace Daytwo.Cel.Costs;

/// <summary>The figures of cel-go's cost model.</summary>
internal static class CostFactors
{
    public const long ListCreation = 10;
    public const long MapCreation = 30;
    public const long ObjectCreation = 40;

    private const double StringTraversal = 0.1;
    private const double PatternLength = 0.25;

    /// <summary>Reading so many code points or bytes: a tenth, rounded up.</summary>
    public static long Traversal(long size) => (long)Math.Ceiling(size * StringTraversal);

    /// <summary>Reading text and writing as much again.</summary>
    public static long Rewriting(long size) => (long)Math.Ceiling(size * 2 * StringTraversal);

    /// <summary>Matching a text with a pattern of these lengths.</summary>
    public static long Matching(long text, long pattern) => (long)Math.Ceiling((1.0 + text) * StringTraversal) * (long)Math.Ceiling(pattern * PatternLength);

    /// <summary>Part of a traversal, rounded down: what a leaf costs of a walk through nested values.</summary>
    public static long LeafTraversal(long size) => (long)(size * StringTraversal);
}
