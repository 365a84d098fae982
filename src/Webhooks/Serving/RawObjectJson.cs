using System.Text.Json.Serialization;

namespace Daytwo.Webhooks.Serving;

[JsonSerializable(typeof(RawObject))]
internal sealed partial class RawObjectJson : JsonSerializerContext;
