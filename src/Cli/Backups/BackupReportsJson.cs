using System.Text.Json.Serialization;

namespace Daytwo.Cli.Backups;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(InventoryReport))]
[JsonSerializable(typeof(VerifyReport))]
[JsonSerializable(typeof(FetchReport))]
[JsonSerializable(typeof(PruneReport))]
internal sealed partial class BackupReportsJson : JsonSerializerContext;
