using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Apply;

/// <summary>A value that may be absent, which differs from a value that is null.</summary>
internal readonly record struct Slot(bool Exists, JsonNode? Value)
{
    public static readonly Slot Absent;

    public static Slot Of(JsonNode? value) => new(true, value);

    public static Slot Of(JsonObject? map, string key) => map is not null && map.TryGetPropertyValue(key, out var value) ? Of(value) : Absent;
}
