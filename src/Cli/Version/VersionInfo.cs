using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Daytwo.Cli.Version;

/// <summary>What this program is.</summary>
internal sealed record VersionInfo(string Version, string Runtime, string Platform)
{
    /// <summary>The version on one line, for people.</summary>
    [JsonIgnore]
    public string Line => $"daytwo {Version} ({Runtime}, {Platform})";

    public static VersionInfo Current { get; } = new(
        typeof(VersionInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown",
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.RuntimeIdentifier);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VersionInfo))]
internal sealed partial class VersionJson : JsonSerializerContext;
