namespace Daytwo.Runtime.Reflector;

internal enum ReflectorInputKind : byte
{
    /// <summary>Begin.</summary>
    Start,

    /// <summary>Time passed.</summary>
    Elapsed,

    /// <summary>A page of the list came.</summary>
    Page,

    /// <summary>The watch told of an object.</summary>
    Event,

    /// <summary>The watch told how far it is.</summary>
    Bookmark,

    /// <summary>The watch ended without complaint.</summary>
    Ended,

    /// <summary>The API refused the list or the watch, or ended the watch with an error.</summary>
    Refused,

    /// <summary>No answer, or the connection broke.</summary>
    Unreachable,
}
