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

    /// <summary>A bool; or the error of comparing with something else.</summary>
    public CelValue EqualTo(CelValue other) => other.IsError ? other : EqualToOwn(other) is { } equal ? CelValue.Of(equal) : NoOverload;

    /// <summary>Equality with a value of the own type; null for others.</summary>
    protected abstract bool? EqualToOwn(CelValue other);
}
