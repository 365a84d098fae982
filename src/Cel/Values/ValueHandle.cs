namespace Daytwo.Cel.Values;

/// <summary>What a <see cref="CelValue"/> points to: its kind, and its content where that does not fit into the value's own 64 bits.</summary>
public abstract class ValueHandle(CelKind kind)
{
    public CelKind Kind { get; } = kind;
}
