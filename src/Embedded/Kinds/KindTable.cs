using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Kinds;

/// <summary>The content of <c>kinds.json</c>: the built-in kinds, and default values that several of them share.</summary>
internal sealed record KindTable(IReadOnlyDictionary<string, JsonObject> Shapes, IReadOnlyList<KindDefinition> Kinds);
