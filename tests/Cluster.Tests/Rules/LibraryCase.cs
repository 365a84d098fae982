using System.Text.Json.Nodes;

namespace Daytwo.Cluster.Tests.Rules;

/// <summary>Something to try against a rule.</summary>
/// <param name="Says">What the refusal says; null when it passes.</param>
/// <param name="Kinds">The kinds to try a pod in.</param>
internal sealed record LibraryCase(JsonNode Content, string? Says, IReadOnlyList<string> Kinds);
