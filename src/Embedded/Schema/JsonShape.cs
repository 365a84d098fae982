namespace Daytwo.Embedded.Schema;

/// <summary>What a JSON value is to the API, which tells whole numbers that fit 64 bits from other numbers.</summary>
internal enum JsonShape
{
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}
