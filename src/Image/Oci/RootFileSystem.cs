using System.Text.Json.Serialization;

namespace Daytwo.Image.Oci;

/// <summary>The layers by the digests of their tars.</summary>
internal sealed record RootFileSystem([property: JsonPropertyName("diff_ids")] IReadOnlyList<string> DiffIds)
{
    public string Type { get; } = "layers";
}
