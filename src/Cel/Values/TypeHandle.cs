using Daytwo.Cel.Types;

namespace Daytwo.Cel.Values;

/// <summary>A type as a value: <c>type(1)</c>, <c>int</c>.</summary>
internal sealed class TypeHandle(CelType type) : ValueHandle(CelKind.Type)
{
    public CelType Type { get; } = type;
}
