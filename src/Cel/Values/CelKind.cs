namespace Daytwo.Cel.Values;

/// <summary>What a value is while an expression runs.</summary>
public enum CelKind : byte
{
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
    Type,
    Optional,

    /// <summary>A value of a library: quantity, ip, cidr, url, semver, format, authorizer; or an initialized object of a mutation.</summary>
    Opaque,

    /// <summary>An expression failed; a value, because &amp;&amp;, || and quantifiers absorb it.</summary>
    Error,
}
