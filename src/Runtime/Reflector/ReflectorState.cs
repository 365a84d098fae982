namespace Daytwo.Runtime.Reflector;

internal enum ReflectorState : byte
{
    /// <summary>Not begun.</summary>
    New,

    /// <summary>Pages of a list are coming.</summary>
    Listing,

    /// <summary>A watch is telling everything that exists.</summary>
    Streaming,

    /// <summary>A watch is telling what changes.</summary>
    Watching,

    /// <summary>After a failure, waiting to try again.</summary>
    BackingOff,
}
