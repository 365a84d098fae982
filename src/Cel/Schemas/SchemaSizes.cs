using Daytwo.Cel.Costs;

namespace Daytwo.Cel.Schemas;

/// <summary>How large values of a schema can be: what it says, or else what fits into one request. The apiserver's figures.</summary>
public sealed class SchemaSizes : ISizeLimits
{
    private const long LargestRequest = 3 * 1024 * 1024;

    private readonly Node? root;

    private SchemaSizes(Node? root) => this.root = root;

    /// <summary>How many values of the schema fit into one request, where nothing bounds the lists and maps they are in.</summary>
    public ulong MostInRequest => root is null ? 0 : (ulong)(LargestRequest / (root.Smallest + 1));

    public static SchemaSizes Of(CelSchema schema) => new(Read(schema));

    /// <inheritdoc/>
    public ulong? Largest(IReadOnlyList<string> path)
    {
        var node = root;
        foreach (var step in path.Skip(1))
        {
            node = step switch
            {
                "@items" or "@values" => node?.Element,
                "@keys" => node?.IsMap == true ? Key : null,
                _ => node?.Fields?.GetValueOrDefault(step),
            };
        }

        return node?.Largest;
    }

    /// <summary>The apiserver has no figure for keys.</summary>
    private static Node Key { get; } = new(0, 2);

    private static Node? Read(CelSchema schema)
    {
        if (schema.IntOrString)
        {
            return new Node(schema.MaxLength is { } bound ? Bytes(bound) : LargestRequest - 2, 1);
        }

        return schema.Type switch
        {
            "array" => schema.Items is { } items && Read(items) is { } element
                ? new Node(schema.MaxItems is { } most ? Math.Max(most, 0) : (LargestRequest - 2) / (element.Smallest + 1), 2) { Element = element } : null,
            "object" when schema.Values is { } values => Read(values) is { } value
                ? new Node(schema.MaxProperties is { } most ? Math.Max(most, 0) : (LargestRequest - 2) / (value.Smallest + 6), 2) { Element = value, IsMap = true } : null,
            "object" => Object(schema),
            "string" => Text(schema),
            "boolean" => new Node(0, 4),
            "number" or "integer" => new Node(0, 1),
            _ => null,
        };
    }

    private static Node Object(CelSchema schema)
    {
        var (fields, smallest) = (new Dictionary<string, Node>(), 2L);
        foreach (var (name, property) in schema.Fields ?? new Dictionary<string, CelSchema>())
        {
            if (Read(property) is not { } field)
            {
                continue;
            }

            if (FieldNames.Escape(name) is { } escaped)
            {
                fields[escaped] = field;
            }

            if (schema.Required.Contains(name) && !property.HasDefault)
            {
                smallest += name.Length + field.Smallest + 4;
            }
        }

        return new Node(0, smallest) { Fields = fields };
    }

    private static Node Text(CelSchema schema) => schema.Format switch
    {
        "byte" => new Node(schema.MaxLength is { } bound ? Math.Max(bound, 0) : LargestRequest - 2, 2),
        "duration" => new Node(32, 3),
        "date" => new Node(12, 12),
        "date-time" => new Node(32, 21),
        _ => new Node(schema.MaxLength is { } bound ? Bytes(bound) : schema.LongestChoice ?? (LargestRequest - 2), 2),
    };

    /// <summary>A length is in code points, of up to four bytes.</summary>
    private static long Bytes(long length) => Math.Max(length, 0) * 4;

    /// <param name="Max">Its size at most: code points, elements; 0 for what has no size.</param>
    /// <param name="Smallest">Its length as JSON at least.</param>
    private sealed record Node(long Max, long Smallest)
    {
        public ulong Largest => (ulong)Max;

        public IReadOnlyDictionary<string, Node>? Fields { get; init; }

        public Node? Element { get; init; }

        public bool IsMap { get; init; }
    }
}
