using System.Globalization;

namespace Daytwo.Bench.Measuring;

/// <summary>What a running program uses now, from /proc.</summary>
internal static class LiveProcess
{
    private const double TicksPerSecond = 100;

    /// <summary>Resident memory in MiB.</summary>
    public static double ResidentMiB(int processId) => StatusMiB(processId, "VmRSS:");

    /// <summary>The most memory that was ever resident, in MiB; 0 for a process that has ended.</summary>
    public static double PeakMiB(int processId) => StatusMiB(processId, "VmHWM:");

    /// <summary>User and system seconds since its start.</summary>
    public static double CpuSeconds(int processId)
    {
        var text = File.ReadAllText($"/proc/{processId}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static double StatusMiB(int processId, string field)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
