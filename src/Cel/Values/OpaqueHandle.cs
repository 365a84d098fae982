using Daytwo.Cel.Types;

namespace Daytwo.Cel.Values;

/// <summary>A value of a library. What an expression can do with it are the library's functions.</summary>
internal abstract class OpaqueHandle() : ValueHandle(CelKind.Opaque)
{
    private static readonly CelValue NoOverload = CelValue.OfError("no such overload");

    public abstract CelType Type { get; }

    /// <summary>What costs count as its size; null when it has none (it then counts as 1).</summary>
    public virtual long? Size => null;

    /// <summary>The value as people read it.</summary>
    public abstract string Text { get; }

    /// <summary>The name that messages of cel-go give the value.</summary>
    public abstract string GoTypeName { get; }

    /// <summary>The name of what the value consists of in Go, which cel-go cannot take back as a value; null when it can.</summary>
    public virtual string? GoNativeName => null;

    /// <summary>What it is as a key of a JSON object; null when it cannot be one.</summary>
    public virtual string? KeyText => null;

    /// <summary>Whether it can be a key of a map literal: not where Go has no hash for it.</summary>
    public virtual bool IsHashable => true;

    /// <summary>Whether both are one key of a map literal: where Go has a pointer, only the same value is.</summary>
    public virtual bool IsSameKey(OpaqueHandle other) => ReferenceEquals(this, other);

    /// <summary>A bool; or the error of comparing with something else.</summary>
    public CelValue EqualTo(CelValue other) => other.IsError ? other : EqualToOwn(other) is { } equal ? CelValue.Of(equal) : NoOverload;

    /// <summary>Equality with a value of the own type; null for others.</summary>
    protected abstract bool? EqualToOwn(CelValue other);
}
