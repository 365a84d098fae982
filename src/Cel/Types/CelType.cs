using System.Text;

namespace Daytwo.Cel.Types;

/// <summary>A type as the checker sees it. Types are compared by content.</summary>
public sealed class CelType
{
    public static readonly CelType Dyn = new(TypeKind.Dyn, "dyn");
    public static readonly CelType Null = new(TypeKind.Null, "null_type");
    public static readonly CelType Bool = new(TypeKind.Bool, "bool");
    public static readonly CelType Int = new(TypeKind.Int, "int");
    public static readonly CelType Uint = new(TypeKind.Uint, "uint");
    public static readonly CelType Double = new(TypeKind.Double, "double");
    public static readonly CelType String = new(TypeKind.String, "string");
    public static readonly CelType Bytes = new(TypeKind.Bytes, "bytes");
    public static readonly CelType Duration = new(TypeKind.Duration, "google.protobuf.Duration");
    public static readonly CelType Timestamp = new(TypeKind.Timestamp, "google.protobuf.Timestamp");
    public static readonly CelType Type = new(TypeKind.Type, "type");
    internal static readonly CelType Error = new(TypeKind.Error, "error");
    internal static readonly CelType ListOfDyn = List(Dyn);
    internal static readonly CelType MapOfDyn = Map(Dyn, Dyn);
    internal static readonly CelType AnyOptional = new(TypeKind.Opaque, OptionalName);

    private const string OptionalName = "optional_type";

    private CelType(TypeKind kind, string name, params CelType[] parameters)
    {
        Kind = kind;
        Name = name;
        Parameters = parameters;
    }

    public TypeKind Kind { get; }

    /// <summary>The name at run time: <c>int</c>, <c>list</c>, <c>kubernetes.Quantity</c>.</summary>
    public string Name { get; }

    /// <summary>Element type of a list, key and value type of a map, content of an optional.</summary>
    public IReadOnlyList<CelType> Parameters { get; }

    internal bool IsDyn => Kind == TypeKind.Dyn;

    internal bool IsOptional => Kind == TypeKind.Opaque && Name == OptionalName;

    public static CelType List(CelType element) => new(TypeKind.List, "list", element);

    public static CelType Map(CelType key, CelType value) => new(TypeKind.Map, "map", key, value);

    public static CelType Optional(CelType content) => new(TypeKind.Opaque, OptionalName, content);

    /// <summary>An object type; its fields are declared in the environment under the same name.</summary>
    public static CelType Struct(string name) => new(TypeKind.Struct, name);

    internal static CelType Opaque(string name, params CelType[] parameters) => new(TypeKind.Opaque, name, parameters);

    internal static CelType Parameter(string name) => new(TypeKind.Parameter, name);

    internal static CelType TypeOf(CelType type) => new(TypeKind.Type, "type", type);

    /// <summary>Same kind, name and parameters.</summary>
    /// <param name="exact">Whether type variables must have the same name.</param>
    internal bool Is(CelType other, bool exact = true)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (Kind != other.Kind || Parameters.Count != other.Parameters.Count || ((exact || Kind != TypeKind.Parameter) && Name != other.Name))
        {
            return false;
        }

        for (var i = 0; i < Parameters.Count; i++)
        {
            if (!Parameters[i].Is(other.Parameters[i], exact))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The type as messages of the checker name it.</summary>
    public override string ToString()
    {
        switch (Kind)
        {
            case TypeKind.Duration: return "duration";
            case TypeKind.Timestamp: return "timestamp";
            case TypeKind.Null: return "null";
            case TypeKind.Error: return "!error!";
        }

        if (Parameters.Count == 0)
        {
            return Name;
        }

        return new StringBuilder(Name).Append('(').AppendJoin(", ", Parameters).Append(')').ToString();
    }
}
