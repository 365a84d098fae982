using System.Text.Json.Serialization;

namespace Daytwo.Image.Oci;

/// <summary>What a layer came from.</summary>
internal sealed record HistoryEntry(string Created, [property: JsonPropertyName("created_by")] string CreatedBy);
