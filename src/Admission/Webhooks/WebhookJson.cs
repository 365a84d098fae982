using System.Text.Json.Serialization;

namespace Daytwo.Admission.Webhooks;

/// <summary>Reads webhook configurations and what webhooks answer; unknown members are skipped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebhookConfiguration))]
[JsonSerializable(typeof(WebhookReview))]
public sealed partial class WebhookJson : JsonSerializerContext;
