using System.Text;

namespace Daytwo.Cel.Values;

/// <summary>A map over <see cref="ILazyFields"/>.</summary>
internal sealed class LazyMap(ILazyFields fields) : MapHandle
{
    public override string GoNativeName => "*lazy.MapValue";

    public override int Count(long bits) => fields.Names.Count;

    public override CelValue KeyAt(long bits, int index) => CelValue.Of(fields.Names[index]);

    public override CelValue ValueAt(long bits, int index) => fields.Get(index);

    public override CelValue Find(long bits, CelValue key) => key.Kind == CelKind.String ? Find(bits, key.Utf8) : default;

    public override CelValue Find(long bits, ReadOnlySpan<byte> key)
    {
        var names = fields.Names;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            if (name.Length == key.Length && Ascii.Equals(key, name))
            {
                return fields.Get(i);
            }
        }

        return default;
    }
}
