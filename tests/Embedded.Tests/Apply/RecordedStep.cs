using System.Globalization;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Tests.Apply;

/// <summary>A request that kube-apiserver v1.36.3 was sent and what the object was afterwards, or how it refused.</summary>
internal sealed class RecordedStep(JsonObject json)
{
    public string Verb => (string)json["do"]!;

    public string Manager => (string)json["manager"]!;

    public bool Force => (bool?)json["force"] ?? false;

    public string Subresource => (string?)json["subresource"] ?? "";

    public JsonNode Body => json["body"]!;

    /// <summary>The stored object; null when the request was refused.</summary>
    public JsonObject? Then => json["then"] as JsonObject;

    public int? Code => (int?)json["code"];

    public string Message => (string?)json["message"] ?? "";

    public IEnumerable<string> Causes => (json["causes"] as JsonArray ?? []).Select(c => (string)c!);

    /// <summary>When it happened, as far as the stored managers tell.</summary>
    public DateTimeOffset Now => Managers(Then)
        .Select(m => (string?)m!["time"])
        .OfType<string>()
        .Select(t => DateTimeOffset.Parse(t, CultureInfo.InvariantCulture))
        .DefaultIfEmpty(DateTimeOffset.UnixEpoch)
        .Max();

    public static JsonArray Managers(JsonObject? value) => value?["metadata"]?["managedFields"] as JsonArray ?? [];
}
