using System.Runtime.InteropServices;

namespace Daytwo.Proof.Reporting;

/// <summary>Where figures come from: without it they say nothing.</summary>
/// <param name="Kubernetes">The version the API says.</param>
/// <param name="Programs">Programs started for the run, with versions.</param>
public sealed record RunEnvironment(string Processor, int Cores, double MemoryGiB, string System, string Runtime, string Kubernetes, IReadOnlyList<string> Programs)
{
    private const string CpuInfo = "/proc/cpuinfo";

    public static RunEnvironment OfMachine(string kubernetes, IReadOnlyList<string> programs) => new(
        ProcessorName(), Environment.ProcessorCount, Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30), 1),
        RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, kubernetes, programs);

    private static string ProcessorName()
    {
        var line = File.Exists(CpuInfo) ? File.ReadLines(CpuInfo).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
