namespace Daytwo.Cel.Types;

/// <summary>What a type is to the checker.</summary>
public enum TypeKind : byte
{
    /// <summary>Not known before the expression runs.</summary>
    Dyn,
    Null,
    Bool,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Duration,
    Timestamp,
    List,
    Map,

    /// <summary>The type of a type.</summary>
    Type,

    /// <summary>An object with declared fields, or a library's own type declared so (quantity, url).</summary>
    Struct,

    /// <summary>A library's own type: optional_type(T), net.IP …; the checker lets null be one.</summary>
    Opaque,

    /// <summary>A type variable of a signature or of the checker.</summary>
    Parameter,

    /// <summary>An expression whose error is already reported.</summary>
    Error,
}
