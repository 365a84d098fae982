using System.Text.Json.Serialization;

namespace Daytwo.Backup.Manifests;

/// <summary>JSON of the parts of documents that nobody outside this project needs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DocumentSignature))]
[JsonSerializable(typeof(VerificationNote))]
internal sealed partial class DocumentJson : JsonSerializerContext;
