namespace Daytwo.Etcd.Inspection;

/// <summary>A set of fingerprints at 12 to 24 bytes each, so that millions of keys can be counted in little memory.</summary>
/// <remarks>Open addressing with linear probing; a removal shifts back what follows, so that no markers pile up.</remarks>
internal sealed class FingerprintSet
{
    private ulong[] _slots = new ulong[1024];

    public int Count { get; private set; }

    private int Mask => _slots.Length - 1;

    public bool Add(ulong fingerprint)
    {
        var slot = Find(fingerprint);
        if (_slots[slot] == fingerprint)
        {
            return false;
        }

        _slots[slot] = fingerprint;
        Count++;
        if (Count > _slots.Length / 3 * 2)
        {
            Grow();
        }

        return true;
    }

    public bool Contains(ulong fingerprint) => _slots[Find(fingerprint)] == fingerprint;

    public bool Remove(ulong fingerprint)
    {
        var hole = Find(fingerprint);
        if (_slots[hole] != fingerprint)
        {
            return false;
        }

        Count--;
        for (var next = (hole + 1) & Mask; _slots[next] != 0; next = (next + 1) & Mask)
        {
            // An entry may move back into the hole unless its own place lies between the hole and where it is.
            if (((next - Home(_slots[next])) & Mask) >= ((next - hole) & Mask))
            {
                _slots[hole] = _slots[next];
                hole = next;
            }
        }

        _slots[hole] = 0;
        return true;
    }

    private int Home(ulong fingerprint) => (int)(fingerprint >> 20) & Mask;

    private int Find(ulong fingerprint)
    {
        var slot = Home(fingerprint);
        while (_slots[slot] != 0 && _slots[slot] != fingerprint)
        {
            slot = (slot + 1) & Mask;
        }

        return slot;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        foreach (var fingerprint in old)
        {
            if (fingerprint != 0)
            {
                _slots[Find(fingerprint)] = fingerprint;
            }
        }
    }
}
