namespace Daytwo.Runtime.Hosting;

/// <summary>On which thread .NET goes on with what waited for a socket.</summary>
public static class InlineSockets
{
    /// <summary>
    /// Lets work go on where its bytes were received, instead of waking another thread for it: half a webhook's latency, 7 % of a backup's CPU
    /// (docs/decisions/0101). For processes with one job that never blocks a thread: whatever is computed there delays every other socket of that
    /// thread, a lease's renewal too. To be called before the first socket; .NET takes this setting from the environment only. A value that is set already stays.
    /// </summary>
    public static void Use() => RuntimeVariable.SetDefault("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
}
