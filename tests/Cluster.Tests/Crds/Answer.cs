using System.Text.Json.Nodes;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>What the apiserver answered: the object, or a Status.</summary>
internal sealed record Answer(int Code, JsonNode Body)
{
    public bool Accepted => Code is 200 or 201;

    /// <summary>The Warning headers as they came.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public string Message => (string?)Body["message"] ?? "";

    /// <summary>The fields the apiserver objects to.</summary>
    public IReadOnlyList<string> Fields =>
        [.. (Body["details"]?["causes"]?.AsArray() ?? []).Select(cause => (string?)cause!["field"] ?? "")];
}
