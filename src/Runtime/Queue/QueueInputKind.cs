namespace Daytwo.Runtime.Queue;

internal enum QueueInputKind : byte
{
    /// <summary>Time passed.</summary>
    Elapsed,

    /// <summary>A key wants work, now or after a delay.</summary>
    Add,

    /// <summary>The worker is free, but the key stays closed until its outcome is told (it waits to see its own writes).</summary>
    Hold,

    /// <summary>The key's work succeeded.</summary>
    Done,

    /// <summary>The key's work succeeded and asks to be repeated after a delay.</summary>
    Again,

    /// <summary>The key's work failed: repeat it after the back-off.</summary>
    Retry,

    /// <summary>Start nothing more.</summary>
    Close,
}
