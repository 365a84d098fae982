using System.Text.Json.Serialization;

namespace Daytwo.Cli.Status;

/// <summary>What <c>daytwo status</c> prints for programs.</summary>
/// <param name="Good">There is an EtcdBackup, and none needs a person.</param>
internal sealed record StatusReport(bool Good, IReadOnlyList<BackupState> EtcdBackups);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatusReport))]
internal sealed partial class StatusJson : JsonSerializerContext;
