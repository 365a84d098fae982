using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Objects;

/// <summary>
/// The part of kubectl's JSONPath that columns, selectable fields and scale paths use: fields, <c>['quoted']</c>,
/// <c>[0]</c>, <c>[-1]</c>, <c>[*]</c> and <c>[?(@.a=="b")]</c>. Missing keys yield nothing.
/// </summary>
internal sealed class JsonPath
{
    private static readonly ConcurrentDictionary<string, JsonPath?> Parsed = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<JsonPathStep> steps;

    private JsonPath(IReadOnlyList<JsonPathStep> steps) => this.steps = steps;

    /// <summary>The path, or null when the text is none.</summary>
    public static JsonPath? Parse(string text) => Parsed.GetOrAdd(text, static t => JsonPathReader.Read(t) is { } steps ? new JsonPath(steps) : null);

    /// <summary>All values found, in order.</summary>
    public static IEnumerable<JsonNode> Find(string path, JsonNode? root) => Parse(path)?.Find(root) ?? [];

    /// <summary>The first value found.</summary>
    public static JsonNode? First(string path, JsonNode? root) => Find(path, root).FirstOrDefault();

    public IEnumerable<JsonNode> Find(JsonNode? root)
    {
        IEnumerable<JsonNode> found = root is null ? [] : [root];
        foreach (var step in steps)
        {
            found = found.SelectMany(step.Apply);
        }

        return found;
    }

    /// <summary>Sets the value at a path of plain fields, adding the objects on the way.</summary>
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var fields = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var parent = root;
        foreach (var field in fields[..^1])
        {
            if (parent[field] is not JsonObject child)
            {
                child = [];
                parent[field] = child;
            }

            parent = child;
        }

        parent[fields[^1]] = value;
    }
}
