namespace Daytwo.Runtime.Reflector;

internal enum ReflectorOutputKind : byte
{
    /// <summary>From here on everything that exists is told; forget what a broken attempt before told.</summary>
    BeginReplace,

    /// <summary>Everything was told: what was not told in between is gone.</summary>
    EndReplace,

    /// <summary>Request a page of the list.</summary>
    List,

    /// <summary>Watch everything that exists, then what changes.</summary>
    WatchList,

    /// <summary>Watch what changes after a version.</summary>
    Watch,

    /// <summary>End the watch: it has been silent for too long.</summary>
    StopWatch,
}
