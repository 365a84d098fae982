using Daytwo.Etcd.Inspection;

namespace Daytwo.Etcd.Snapshots;

/// <summary>Keys whose place in the stream is known, but whose bytes are still to come: they lie pages after their header.</summary>
internal sealed class AwaitedKeys
{
    /// <summary>In a sound database few overlap; more mean that this is none.</summary>
    private const int Most = 256;

    private const int LongestKey = RecordKey.Length + 1;

    private readonly List<(long Start, int Length, int Filled, int Slot)> _keys = [];
    private readonly byte[] _bytes = new byte[Most * LongestKey];
    private readonly Stack<int> _freeSlots = new(Enumerable.Range(0, Most).Reverse());

    /// <summary>The highest revision among the keys that have passed.</summary>
    public long Highest { get; private set; }

    /// <summary>True when a key could not be remembered.</summary>
    public bool Overrun { get; private set; }

    public void Await(long start, int length)
    {
        if (_freeSlots.TryPop(out var slot))
        {
            _keys.Add((start, length, 0, slot));
        }
        else
        {
            Overrun = true;
        }
    }

    /// <summary>Takes what lies in these bytes, which start at <paramref name="position"/>.</summary>
    public void Pass(ReadOnlySpan<byte> bytes, long position)
    {
        for (var i = _keys.Count - 1; i >= 0; i--)
        {
            var (start, length, filled, slot) = _keys[i];
            var from = start + filled - position;
            if (from < 0 || from >= bytes.Length)
            {
                continue;
            }

            var taken = (int)Math.Min(length - filled, bytes.Length - from);
            bytes.Slice((int)from, taken).CopyTo(_bytes.AsSpan((slot * LongestKey) + filled));
            _keys[i] = (start, length, filled + taken, slot);
            if (filled + taken == length)
            {
                _keys.RemoveAt(i);
                _freeSlots.Push(slot);
                Take(_bytes.AsSpan(slot * LongestKey, length));
            }
        }
    }

    private void Take(ReadOnlySpan<byte> key)
    {
        if (RecordKey.TryParse(key, out var record))
        {
            Highest = Math.Max(Highest, record.Main);
        }
    }
}
