using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Deleting;

/// <summary>What a delete came to.</summary>
/// <param name="Gone">True when the object is gone, false when it only waits to go.</param>
/// <param name="Value">Its last state, in stored form.</param>
internal sealed record Deletion(bool Gone, JsonObject Value);
