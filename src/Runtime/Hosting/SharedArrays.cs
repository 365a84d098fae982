namespace Daytwo.Runtime.Hosting;

/// <summary>How many arrays the pool that all of .NET shares keeps.</summary>
public static class SharedArrays
{
    /// <summary>
    /// Keeps up to 256 arrays of each size and core instead of 32. HTTP/2 holds what it received in arrays of 16 KiB: a window of 4 MiB is 256 of them,
    /// and those that found no place in the pool would become garbage, one gigabyte of it in a snapshot of that size. Only arrays that were in use at
    /// once are kept. To be called before any work.
    /// </summary>
    public static void KeepMore() => RuntimeVariable.SetDefault("DOTNET_SYSTEM_BUFFERS_SHAREDARRAYPOOL_MAXARRAYSPERPARTITION", "256");
}
