namespace Daytwo.Runtime.Election;

internal enum ElectionInputKind : byte
{
    /// <summary>Begin.</summary>
    Start,

    /// <summary>Time passed.</summary>
    Elapsed,

    /// <summary>The lease was read.</summary>
    Read,

    /// <summary>There is no lease yet.</summary>
    Absent,

    /// <summary>A write of the lease succeeded.</summary>
    Written,

    /// <summary>A write met a lease changed by someone else.</summary>
    Conflict,

    /// <summary>A read or write came to nothing: refused, or no answer.</summary>
    Failed,

    /// <summary>All work has ended: give the lease up and stop.</summary>
    Release,
}
