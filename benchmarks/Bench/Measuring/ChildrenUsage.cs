using System.Runtime.InteropServices;

namespace Daytwo.Bench.Measuring;

/// <summary>getrusage(2) for children that ended.</summary>
internal static partial class ChildrenUsage
{
    private const int Children = -1;

    /// <summary>User and system seconds of all of them.</summary>
    public static double CpuSeconds()
    {
        var usage = default(Resources);
        if (GetUsage(Children, ref usage) != 0)
        {
            throw new InvalidOperationException($"getrusage failed with errno {Marshal.GetLastPInvokeError()}");
        }

        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, ref Resources usage);

    /// <summary>struct rusage on 64-bit Linux; only its first fields are used.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Resources
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
