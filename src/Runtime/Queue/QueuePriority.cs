namespace Daytwo.Runtime.Queue;

/// <summary>How urgent a key is. Age outweighs it in the end, so no key starves.</summary>
public enum QueuePriority : byte
{
    /// <summary>Known from the first list: nothing happened to the object, it only has to be looked at once.</summary>
    Initial,

    /// <summary>Something changed, or its time came.</summary>
    Normal,
}
