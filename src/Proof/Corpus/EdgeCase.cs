using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>An object at an edge, and what is unusual about it.</summary>
internal sealed record EdgeCase(string What, JsonObject Object);
