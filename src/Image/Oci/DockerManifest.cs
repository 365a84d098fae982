using System.Text.Json.Serialization;

namespace Daytwo.Image.Oci;

/// <summary>The entry of <c>manifest.json</c> that <c>docker load</c> reads where it does not know OCI layouts.</summary>
internal sealed record DockerManifest(
    [property: JsonPropertyName("Config")] string Config,
    [property: JsonPropertyName("RepoTags")] IReadOnlyList<string> RepoTags,
    [property: JsonPropertyName("Layers")] IReadOnlyList<string> Layers);
