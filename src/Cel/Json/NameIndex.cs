using Daytwo.Cel.Values;

namespace Daytwo.Cel.Json;

/// <summary>The members of one large object by their names: open addressing over the members' numbers plus one.</summary>
internal sealed class NameIndex
{
    private readonly int[] _slots;

    public NameIndex(int capacity) => _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(capacity * 2))];

    /// <summary>The number of the member with this name, after adding <paramref name="candidate"/> when there was none.</summary>
    public int FindOrAdd(ReadOnlySpan<CelValue> members, ReadOnlySpan<byte> name, int candidate)
    {
        var at = Hash(name) & (_slots.Length - 1);
        while (_slots[at] != 0)
        {
            if (members[2 * (_slots[at] - 1)].Utf8.SequenceEqual(name))
            {
                return _slots[at] - 1;
            }

            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = candidate + 1;
        return candidate;
    }

    public CelValue Find(CelValue[] items, int first, ReadOnlySpan<byte> name)
    {
        var at = Hash(name) & (_slots.Length - 1);
        while (_slots[at] != 0)
        {
            var member = first + (2 * (_slots[at] - 1));
            if (items[member].Utf8.SequenceEqual(name))
            {
                return items[member + 1];
            }

            at = (at + 1) & (_slots.Length - 1);
        }

        return default;
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = default(HashCode);
        hash.AddBytes(name);
        return hash.ToHashCode();
    }
}
