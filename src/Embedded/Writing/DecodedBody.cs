using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Writing;

/// <summary>A request's body as JSON.</summary>
/// <param name="Duplicates">The paths of keys that came twice; the last one counts.</param>
internal sealed record DecodedBody(JsonNode? Value, IReadOnlyList<string> Duplicates);
