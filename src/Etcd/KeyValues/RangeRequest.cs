namespace Daytwo.Etcd.KeyValues;

/// <summary>Asks for one key, or for all from <see cref="Key"/> up to <see cref="RangeEnd"/> exclusive.</summary>
public sealed record RangeRequest(ReadOnlyMemory<byte> Key)
{
    /// <summary>Empty: only <see cref="Key"/>; one zero byte: every key from <see cref="Key"/> on.</summary>
    public ReadOnlyMemory<byte> RangeEnd { get; init; }

    /// <summary>The most keys answered; 0 for all.</summary>
    public long Limit { get; init; }

    /// <summary>The revision to read at; 0 for the latest.</summary>
    public long Revision { get; init; }

    /// <summary>True reads the member's own state, which may be behind; false goes through the leader.</summary>
    public bool Serializable { get; init; }

    public bool KeysOnly { get; init; }

    public bool CountOnly { get; init; }

    /// <summary>Every key.</summary>
    public static RangeRequest All { get; } = new(new byte[1]) { RangeEnd = new byte[1] };
}
