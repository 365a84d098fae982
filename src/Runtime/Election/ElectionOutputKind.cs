namespace Daytwo.Runtime.Election;

internal enum ElectionOutputKind : byte
{
    /// <summary>Read the lease.</summary>
    Read,

    /// <summary>Create the lease with us as holder.</summary>
    Create,

    /// <summary>Replace the lease last read or written with us as new holder.</summary>
    Acquire,

    /// <summary>Replace it with a new renew time.</summary>
    Renew,

    /// <summary>Replace it with no holder.</summary>
    GiveUp,

    /// <summary>We lead from now on, until the deadline unless renewed.</summary>
    Lead,

    /// <summary>The deadline up to which we may act moved on.</summary>
    Extend,

    /// <summary>We lead no longer. Whatever still runs must stop.</summary>
    Lost,

    /// <summary>We lead no longer, because we were asked to stop.</summary>
    Released,

    /// <summary>The election is over.</summary>
    Stopped,
}
