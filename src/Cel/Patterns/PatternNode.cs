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
