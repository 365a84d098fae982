namespace Daytwo.Etcd.KeyValues;

/// <summary>One write of a transaction.</summary>
public sealed record Operation
{
    private Operation(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte>? value)
    {
        Key = key;
        Value = value;
    }

    public ReadOnlyMemory<byte> Key { get; }

    /// <summary>Null for a deletion.</summary>
    public ReadOnlyMemory<byte>? Value { get; }

    public static Operation Put(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> value) => new(key, value);

    public static Operation Delete(ReadOnlyMemory<byte> key) => new(key, value: null);
}
