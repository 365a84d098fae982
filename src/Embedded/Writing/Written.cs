using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Writing;

/// <summary>The object after a write, in stored form.</summary>
/// <param name="Created">Whether it is new.</param>
internal sealed record Written(JsonObject Value, bool Created = false);
