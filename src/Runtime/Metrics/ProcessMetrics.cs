using System.Diagnostics;
using System.Globalization;

namespace Daytwo.Runtime.Metrics;

/// <summary>The <c>process_*</c> metrics every Prometheus client gives, read from Linux's /proc when asked for.</summary>
public static class ProcessMetrics
{
    public static void Register(MetricsRegistry metrics)
    {
        using var self = Process.GetCurrentProcess();
        var started = new DateTimeOffset(self.StartTime.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000.0;
        metrics.Gauge("process_start_time_seconds", "Start time of the process since the Unix epoch in seconds.").With().Set(started);
        metrics.Counter("process_cpu_seconds_total", "Total user and system CPU time spent in seconds.").With().ReadFrom(CpuSeconds);
        metrics.Gauge("process_resident_memory_bytes", "Resident memory size in bytes.").With().ReadFrom(() => StatmPages(1) * Environment.SystemPageSize);
        metrics.Gauge("process_virtual_memory_bytes", "Virtual memory size in bytes.").With().ReadFrom(() => StatmPages(0) * Environment.SystemPageSize);
        metrics.Gauge("process_open_fds", "Number of open file descriptors.").With().ReadFrom(OpenFiles);
        metrics.Gauge("dotnet_gc_heap_size_bytes", "Bytes on the managed heap.").With().ReadFrom(() => GC.GetTotalMemory(forceFullCollection: false));
        metrics.Counter("dotnet_gc_collections_total", "Garbage collections of any generation.").With().ReadFrom(() => GC.CollectionCount(0));
        metrics.Gauge("dotnet_threadpool_threads", "Threads of the pool.").With().ReadFrom(() => ThreadPool.ThreadCount);
    }

    private static double CpuSeconds()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>A field of /proc/self/statm; 0 where there is no such file.</summary>
    private static double StatmPages(int field)
    {
        const string path = "/proc/self/statm";
        return File.Exists(path) ? double.Parse(File.ReadAllText(path).Split(' ')[field], CultureInfo.InvariantCulture) : 0;
    }

    private static double OpenFiles()
    {
        const string path = "/proc/self/fd";
        return Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path).Count() : 0;
    }
}
