using System.Text.Json.Serialization;

namespace Daytwo.Image.Oci;

/// <summary>JSON of the OCI documents, generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImageIndex))]
[JsonSerializable(typeof(ImageManifest))]
[JsonSerializable(typeof(ImageConfiguration))]
[JsonSerializable(typeof(OciLayout))]
[JsonSerializable(typeof(DockerManifest[]))]
internal sealed partial class OciJson : JsonSerializerContext;
