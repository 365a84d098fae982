namespace Daytwo.Cel.Values;

/// <summary>Maps: what they hold may depend on the 64 bits of the value (a part of a JSON document).</summary>
internal abstract class MapHandle() : ValueHandle(CelKind.Map)
{
    public abstract int Count(long bits);

    public abstract CelValue KeyAt(long bits, int index);

    public abstract CelValue ValueAt(long bits, int index);

    /// <summary>The value at a key; unset when there is none. Numbers find the key of equal value, whatever their type.</summary>
    public abstract CelValue Find(long bits, CelValue key);

    /// <summary>As <see cref="Find(long, CelValue)"/> for a string key.</summary>
    public abstract CelValue Find(long bits, ReadOnlySpan<byte> key);

    /// <summary>The name of its Go type when it comes straight from the input; null for computed maps.</summary>
    public virtual string? GoNativeName => null;
}
