namespace Daytwo.Runtime.Hosting;

/// <summary>Why a host ended.</summary>
public enum HostExit
{
    /// <summary>It was asked to. The process ends with 0.</summary>
    Stopped,

    /// <summary>Another process leads, or might. The process must end, not with 0, and be started anew.</summary>
    LeadershipLost,
}
