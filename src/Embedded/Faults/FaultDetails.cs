using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Faults;

/// <summary>What a refusal is about. Empty parts are left out of the <c>Status</c>.</summary>
/// <param name="Kind">The resource or the kind, whichever the API names for this refusal.</param>
internal sealed record FaultDetails(string Name = "", string Group = "", string Kind = "")
{
    public IReadOnlyList<FaultCause> Causes { get; init; } = [];

    public int RetryAfterSeconds { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject();
        Add(json, "name", Name);
        Add(json, "group", Group);
        Add(json, "kind", Kind);
        if (Causes.Count > 0)
        {
            json["causes"] = new JsonArray([.. Causes.Select(c => c.ToJson())]);
        }

        if (RetryAfterSeconds > 0)
        {
            json["retryAfterSeconds"] = RetryAfterSeconds;
        }

        return json;
    }

    private static void Add(JsonObject json, string key, string value)
    {
        if (value.Length > 0)
        {
            json[key] = value;
        }
    }
}
