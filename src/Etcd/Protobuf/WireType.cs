namespace Daytwo.Etcd.Protobuf;

/// <summary>How a protobuf field's value is laid out.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    LengthDelimited = 2,
    Fixed32 = 5,
}
