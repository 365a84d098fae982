using System.Text.Json.Serialization;

namespace Daytwo.Bench.Measuring;

/// <summary>What a finished program cost, by the kernel's own accounts.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="WallSeconds">From start to end.</param>
/// <param name="CpuSeconds">User and system time.</param>
/// <param name="PeakMiB">The largest resident set.</param>
internal sealed record Usage(int ExitCode, double WallSeconds, double CpuSeconds, double PeakMiB);

[JsonSerializable(typeof(Usage))]
internal sealed partial class UsageJson : JsonSerializerContext;
