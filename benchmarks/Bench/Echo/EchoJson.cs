using System.Text.Json.Serialization;

namespace Daytwo.Bench.Echo;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EchoObject))]
internal sealed partial class EchoJson : JsonSerializerContext;
