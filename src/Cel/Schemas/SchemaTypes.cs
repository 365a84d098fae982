using Daytwo.Cel.Types;

namespace Daytwo.Cel.Schemas;

/// <summary>Types of a schema, for the checker.</summary>
public sealed class SchemaTypes
{
    private readonly List<CelObjectType> _objects = [];

    private SchemaTypes(CelSchema schema, string name) => Type = TypeOf(schema, name);

    /// <summary>The type of values of the schema; null when no expression can be about them.</summary>
    public CelType? Type { get; }

    /// <summary>The object types it consists of.</summary>
    public IReadOnlyList<CelObjectType> Objects => _objects;

    /// <param name="name">The name of its own object type, which messages show; those within are named after their fields.</param>
    public static SchemaTypes Of(CelSchema schema, string name = "self") => new(schema, name);

    private CelType? TypeOf(CelSchema schema, string name)
    {
        if (schema.IntOrString)
        {
            return CelType.Dyn;
        }

        switch (schema.Type)
        {
            case "array":
                return schema.Items is { } items && TypeOf(items, name + ".@idx") is { } element ? CelType.List(element) : null;
            case "object" when schema.Values is { } values:
                return TypeOf(values, name + ".@elem") is { } value ? CelType.Map(CelType.String, value) : null;
            case "object":
                return Object(schema, name);
            case "string":
                return schema.Format switch
                {
                    "byte" => CelType.Bytes,
                    "duration" => CelType.Duration,
                    "date" or "date-time" => CelType.Timestamp,
                    _ => CelType.String,
                };
            case "boolean":
                return CelType.Bool;
            case "number":
                return CelType.Double;
            case "integer":
                return CelType.Int;
            default:
                return null;
        }
    }

    private CelType Object(CelSchema schema, string name)
    {
        var fields = new Dictionary<string, CelType>();
        foreach (var (property, propertySchema) in schema.Fields ?? new Dictionary<string, CelSchema>())
        {
            if (FieldNames.Escape(property) is { } escaped && TypeOf(propertySchema, $"{name}.{escaped}") is { } type)
            {
                fields[escaped] = type;
                if (FieldNames.IsReserved(property))
                {
                    // Since v1.31 words of the language need no escape behind a dot.
                    fields.TryAdd(property, type);
                }
            }
        }

        _objects.Add(new CelObjectType(name, fields));
        return CelType.Struct(name);
    }
}
