using System.Runtime.InteropServices;

namespace Daytwo.Cel.Values;

/// <summary>A map of an expression: a literal, or what a loop builds (nothing else sees that before it is complete).</summary>
/// <param name="ofStrings">What a library made of strings: to ask it for a key that none can be is no panic.</param>
internal sealed class ComputedMap(bool ofStrings = false) : MapHandle
{
    private readonly Dictionary<CelValue, int> _index = new(MapKeyComparer.Instance);
    private readonly List<CelValue> _keys = [];
    private readonly List<CelValue> _values = [];

    public bool PanicsForKeys => !ofStrings && _keys.Count > 0;

    public override int Count(long bits) => _keys.Count;

    public override CelValue KeyAt(long bits, int index) => _keys[index];

    public override CelValue ValueAt(long bits, int index) => _values[index];

    public void Set(CelValue key, CelValue value)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, key, out var exists);
        if (exists)
        {
            _values[index] = value;
            return;
        }

        index = _keys.Count;
        _keys.Add(key);
        _values.Add(value);
    }

    public void Remove(CelValue key)
    {
        if (_index.Remove(key, out var at))
        {
            _keys.RemoveAt(at);
            _values.RemoveAt(at);
            for (var i = at; i < _keys.Count; i++)
            {
                _index[_keys[i]] = i;
            }
        }
    }

    public override CelValue Find(long bits, CelValue key)
    {
        if (_keys.Count == 0)
        {
            return default;
        }

        if (_index.TryGetValue(key, out var index))
        {
            return _values[index];
        }

        return key.Kind switch
        {
            CelKind.Double when Numbers.ToIntLossless(key.AsDouble) is { } i && Exact(CelValue.Of(i)) is { IsUnset: false } found => found,
            CelKind.Double when Numbers.ToUintLossless(key.AsDouble) is { } u => Exact(CelValue.Of(u)),
            CelKind.Int when key.AsInt >= 0 => Exact(CelValue.Of((ulong)key.AsInt)),
            CelKind.Uint when key.AsUint <= long.MaxValue => Exact(CelValue.Of((long)key.AsUint)),
            _ => default,
        };
    }

    public override CelValue Find(long bits, ReadOnlySpan<byte> key)
    {
        for (var i = 0; i < _keys.Count; i++)
        {
            if (_keys[i].Kind == CelKind.String && _keys[i].Utf8.SequenceEqual(key))
            {
                return _values[i];
            }
        }

        return default;
    }

    private CelValue Exact(CelValue key) => _index.TryGetValue(key, out var index) ? _values[index] : default;
}
