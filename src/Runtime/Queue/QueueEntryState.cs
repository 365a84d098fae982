namespace Daytwo.Runtime.Queue;

internal enum QueueEntryState : byte
{
    /// <summary>Known only for its failures, or just created.</summary>
    Idle,

    /// <summary>In the heap of those whose time has not come.</summary>
    Waiting,

    /// <summary>In the heap of those that wait for a worker.</summary>
    Ready,

    /// <summary>On a worker.</summary>
    Running,

    /// <summary>Off its worker, but not to be worked on again before its outcome is told.</summary>
    Held,
}
