using Daytwo.Cel.Types;

namespace Daytwo.Cel.Values;

/// <summary>A value of a library. What an expression can do with it are the library's functions.</summary>
internal abstract class OpaqueHandle() : ValueHandle(CelKind.Opaque)
{
    public abstract CelType Type { get; }

    /// <summary>Equality as the library has it: a bool, or an error.</summary>
    public abstract CelValue EqualTo(CelValue other);

    /// <summary>What costs count as its size; null when it has none (it then counts as 1).</summary>
    public virtual long? Size => null;

    /// <summary>Whether the value costs 1 to compare, whatever its size.</summary>
    public virtual bool EqualsAtUnitCost => true;

    /// <summary>The value as people read it.</summary>
    public abstract string Text { get; }

    /// <summary>The name that messages of cel-go give the value where they cannot represent it; null when they can.</summary>
    public virtual string? GoTypeName => null;
}
