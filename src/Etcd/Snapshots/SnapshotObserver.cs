using Daytwo.Etcd.Bolt;
using Daytwo.Etcd.Inspection;

namespace Daytwo.Etcd.Snapshots;

/// <summary>
/// Learns a snapshot's revision while its bytes pass by, so that no second read is needed to know it. Fed in order, in
/// pieces of any size; costs a look at each page's start.
/// </summary>
/// <remarks>
/// It takes the highest revision found in any page that looks like a leaf of etcd's <c>key</c> bucket, without
/// knowing which pages are in use. Pages no longer in use hold older revisions, so the highest is the snapshot's, on
/// two assumptions: the member never lost revisions that it had written, and no value stored in etcd was crafted to
/// look like a page, its own page number included. <see cref="SnapshotFile.Inspect(IPageSource, CancellationToken)"/>
/// needs neither, and has the last word.
/// </remarks>
public sealed class SnapshotObserver
{
    private readonly AwaitedKeys _awaited = new();
    private byte[] _partial = new byte[BoltMeta.Length];
    private int _held;
    private long _position;
    private int _pageSize;
    private bool _blind;
    private long _highest;

    /// <summary>
    /// The highest revision so far, and the snapshot's once all bytes passed; 0 when there is no record. Null when it
    /// cannot be known: the bytes do not start as a database does.
    /// </summary>
    public long? Revision => _blind || _awaited.Overrun || _pageSize == 0 ? null : Math.Max(_highest, _awaited.Highest);

    public void Append(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty && !_blind)
        {
            var wanted = _pageSize == 0 ? BoltMeta.Length : _pageSize;
            if (_held == 0 && _pageSize > 0 && piece.Length >= wanted)
            {
                Page(piece[..wanted]);
                piece = piece[wanted..];
                continue;
            }

            var taken = Math.Min(wanted - _held, piece.Length);
            piece[..taken].CopyTo(_partial.AsSpan(_held));
            piece = piece[taken..];
            _held += taken;
            if (_held == wanted)
            {
                Complete(wanted);
            }
        }
    }

    // The first bytes tell the page size; they stay held as the start of the first page.
    private void Complete(int wanted)
    {
        if (_pageSize > 0)
        {
            _held = 0;
            Page(_partial.AsSpan(0, wanted));
        }
        else if (BoltMeta.Parse(_partial) is { } meta)
        {
            _pageSize = meta.PageSize;
            Array.Resize(ref _partial, _pageSize);
        }
        else
        {
            _blind = true;
        }
    }

    private void Page(ReadOnlySpan<byte> page)
    {
        _awaited.Pass(page, _position);
        var header = PageHeader.Parse(page);
        if (header.Type == PageType.Leaf && header.Count > 0 && header.Id == (ulong)(_position / _pageSize))
        {
            Leaf(page, header);
        }

        _position += page.Length;
    }

    private void Leaf(ReadOnlySpan<byte> page, PageHeader header)
    {
        var extent = (header.Overflow + 1L) * _pageSize;
        if (LeafPeek.At(page, header.Count - 1, extent) is not { } last)
        {
            return;
        }

        if (last.IsBucket)
        {
            _highest = Math.Max(_highest, LeafPeek.InlineRevision(page, header.Count, extent));
        }
        else if (last.KeyLength is RecordKey.Length or RecordKey.Length + 1)
        {
            _awaited.Await(_position + last.Start, last.KeyLength);
            _awaited.Pass(page, _position);
        }
    }
}
