using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>A line of input-cases.json: a good object, what is changed of it, and what must be said about that.</summary>
/// <param name="OneOff">Starts from the one-off instead of the scheduled object.</param>
/// <param name="Update">The good object is stored first, and then changed.</param>
/// <param name="Spec">The change, a merge patch of the spec.</param>
/// <param name="Field">The field the refusal names; null when the change is good.</param>
/// <param name="Says">Texts the refusal contains: the value, what is allowed, what to do.</param>
internal sealed record InputCase(string Name, bool OneOff, bool Update, JsonObject Spec, string? Field, IReadOnlyList<string> Says)
{
    public static IReadOnlyDictionary<string, InputCase> All { get; } =
        JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "Cluster.Tests", "Crds", "input-cases.json")))!.AsArray()
            .Select(node => Read(node!.AsObject())).ToDictionary(item => item.Name);

    private static InputCase Read(JsonObject json) => new(
        (string)json["name"]!,
        (bool?)json["oneOff"] ?? false,
        (bool?)json["update"] ?? false,
        json["spec"]!.AsObject(),
        (string?)json["field"],
        [.. (json["says"]?.AsArray() ?? []).Select(text => (string)text!)]);
}
