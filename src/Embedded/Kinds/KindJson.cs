using System.Text.Json.Serialization;

namespace Daytwo.Embedded.Kinds;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KindTable))]
internal sealed partial class KindJson : JsonSerializerContext;
