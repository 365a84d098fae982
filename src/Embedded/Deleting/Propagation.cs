namespace Daytwo.Embedded.Deleting;

/// <summary>What becomes of an object's dependents when it is deleted.</summary>
internal enum Propagation
{
    /// <summary>They are deleted after it.</summary>
    Background,

    /// <summary>They are deleted before it.</summary>
    Foreground,

    /// <summary>They stay.</summary>
    Orphan,
}
