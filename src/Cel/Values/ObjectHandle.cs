using Daytwo.Cel.Types;

namespace Daytwo.Cel.Values;

/// <summary>An object an expression initialized: <c>Object{…}</c>, <c>JSONPatch{…}</c>. Read as a map of the fields that were given.</summary>
internal sealed class ObjectHandle(CelType type, ComputedMap fields) : MapHandle
{
    public CelType Type { get; } = type;

    public override string GoNativeName => "*dynamic.ObjectVal";

    public override int Count(long bits) => fields.Count(0);

    public override CelValue KeyAt(long bits, int index) => fields.KeyAt(0, index);

    public override CelValue ValueAt(long bits, int index) => fields.ValueAt(0, index);

    public override CelValue Find(long bits, CelValue key) => fields.Find(0, key);

    public override CelValue Find(long bits, ReadOnlySpan<byte> key) => fields.Find(0, key);
}
