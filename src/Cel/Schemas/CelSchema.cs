namespace Daytwo.Cel.Schemas;

/// <summary>What expressions see of a structural schema: the types of values, and how lists and maps behave. Immutable once built.</summary>
public sealed class CelSchema
{
    private static readonly IReadOnlyDictionary<string, CelSchema> TypeAndObjectMeta = new Dictionary<string, CelSchema>
    {
        ["apiVersion"] = new() { Type = "string" },
        ["kind"] = new() { Type = "string" },
        ["metadata"] = new()
        {
            Type = "object",
            Properties = new Dictionary<string, CelSchema> { ["name"] = new() { Type = "string" }, ["generateName"] = new() { Type = "string" } },
        },
    };

    /// <summary><c>object</c>, <c>array</c>, <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>; empty when the schema names none.</summary>
    public string Type { get; init; } = "";

    /// <summary>Of strings: <c>date-time</c>, <c>date</c>, <c>duration</c> and <c>byte</c> are read as what they mean.</summary>
    public string Format { get; init; } = "";

    public bool Nullable { get; init; }

    public bool IntOrString { get; init; }

    /// <summary>Has apiVersion, kind, and of its metadata name and generateName: the root of an object, or <c>x-kubernetes-embedded-resource</c>.</summary>
    public bool IsResource { get; init; }

    public CelSchema? Items { get; init; }

    /// <summary>Null when the schema has none; that it may have properties with no type of their own makes it an object all the same.</summary>
    public IReadOnlyDictionary<string, CelSchema>? Properties { get; init; }

    /// <summary>The schema of a map's values.</summary>
    public CelSchema? Values { get; init; }

    public CelListType ListType { get; init; }

    /// <summary>Of lists of type map.</summary>
    public IReadOnlyList<string> ListKeys { get; init; } = [];

    /// <summary>Of strings, in code points.</summary>
    public long? MaxLength { get; init; }

    /// <summary>Of strings with an enum: the length in bytes of the longest.</summary>
    public long? LongestChoice { get; init; }

    public long? MaxItems { get; init; }

    public long? MaxProperties { get; init; }

    /// <summary>The properties that every object has.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Whether the value need not be written.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The properties, those of every resource among them.</summary>
    internal IReadOnlyDictionary<string, CelSchema>? Fields => field ??= IsResource ? WithTypeAndObjectMeta() : Properties;

    private Dictionary<string, CelSchema> WithTypeAndObjectMeta()
    {
        var fields = new Dictionary<string, CelSchema>(Properties ?? TypeAndObjectMeta);
        if (fields.TryGetValue("metadata", out var metadata) && metadata.Properties?.ContainsKey("name") == true && metadata.Properties.ContainsKey("generateName")
            && fields.GetValueOrDefault("kind")?.Type == "string" && fields.GetValueOrDefault("apiVersion")?.Type == "string")
        {
            return fields;
        }

        foreach (var (name, schema) in TypeAndObjectMeta)
        {
            fields[name] = schema;
        }

        return fields;
    }
}
