using System.Text.Json.Serialization;

namespace Daytwo.Image.Oci;

/// <summary>Defaults of a container made from an image; names as the specification writes them.</summary>
internal sealed record RunConfiguration(
    [property: JsonPropertyName("User")] string User,
    [property: JsonPropertyName("Env")] IReadOnlyList<string> Env,
    [property: JsonPropertyName("Entrypoint")] IReadOnlyList<string> Entrypoint,
    [property: JsonPropertyName("WorkingDir")] string WorkingDir,
    [property: JsonPropertyName("Labels")] IReadOnlyDictionary<string, string> Labels);
