using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>
/// What server-side apply knows of a value: may it be a scalar, a list, an object; are its parts owned apart
/// (granular, associative) or together (atomic). Children are worked out when asked for, as schemas may be circular.
/// </summary>
internal sealed class FieldType
{
    /// <summary>Nothing is known: objects are granular, lists atomic.</summary>
    public static readonly FieldType Deduced = new(null, keepsUnknown: true);

    /// <summary>Nothing is known and everything is owned as a whole.</summary>
    public static readonly FieldType Whole = new(null, keepsUnknown: true) { isWhole = true };

    private readonly StructuralSchema? schema;
    private readonly bool keepsUnknown;
    private readonly ConcurrentDictionary<string, FieldType?> fields = new(StringComparer.Ordinal);
    private bool isWhole;
    private FieldType? item;

    private FieldType(StructuralSchema? schema, bool keepsUnknown)
    {
        this.schema = schema;
        this.keepsUnknown = keepsUnknown || schema is { PreserveUnknownFields: true };
        ListKeys = schema is null ? [] : KeysOf(schema);
    }

    /// <summary>Null when scalars are not allowed.</summary>
    public ScalarKind? Scalar => schema?.Type switch
    {
        null or "" => ScalarKind.Any,
        "integer" or "number" => ScalarKind.Number,
        "string" => schema.Format is "" or "byte" ? ScalarKind.Text : ScalarKind.Any,
        "boolean" => ScalarKind.Boolean,
        _ => null,
    };

    public bool AllowsList => schema?.Type is null or "" or "array";

    public bool AllowsMap => schema?.Type is null or "" or "object";

    /// <summary>Is a list owned as a whole? If not, its items are told apart by <see cref="ListKeys"/> or, without keys, by value.</summary>
    public bool ListIsAtomic => schema is null || schema.ListType switch
    {
        ListType.Set or ListType.Map => false,
        ListType.Atomic => true,
        _ => schema.PatchStrategy is not ("merge" or "merge,retainKeys"),
    };

    public IReadOnlyList<string> ListKeys { get; }

    public bool MapIsAtomic => isWhole || schema?.AtomicMap == true;

    /// <summary>True for objects of which nothing is declared.</summary>
    public bool IsFreeForm => AllowsMap && (schema is null || (schema.Properties.Count == 0 && schema.AdditionalProperties is null && schema.AdditionalAllowed != false));

    public FieldType Item => item ??= schema?.Items is { } items ? Child(items) : Whole;

    /// <summary>Null means the default is absent.</summary>
    public JsonNode? DefaultOf(string name) => schema is not null && schema.Properties.TryGetValue(name, out var field) ? field.Default : null;

    public static FieldType Of(StructuralSchema schema) => new(schema, keepsUnknown: false);

    public bool Declares(string name) => schema?.Properties.ContainsKey(name) == true;

    /// <summary>The type of a field; null when no such field may be.</summary>
    public FieldType? Field(string name) => fields.GetOrAdd(name, FindField);

    private FieldType? FindField(string name)
    {
        if (schema is null)
        {
            return isWhole ? Whole : Deduced;
        }

        if (schema.Field(name) is { } field)
        {
            return Child(field);
        }

        return schema.AdditionalAllowed ?? (keepsUnknown || schema.Properties.Count == 0) ? Deduced : null;
    }

    /// <summary>Keeping unknown fields goes on below inline schemas, not into definitions.</summary>
    private FieldType Child(StructuralSchema child) => child.DefinitionName switch
    {
        "io.k8s.apimachinery.pkg.runtime.RawExtension" => Whole,
        "" => new(child, keepsUnknown),
        _ => new(child, keepsUnknown: false),
    };

    private static IReadOnlyList<string> KeysOf(StructuralSchema schema)
    {
        if (schema.ListType == ListType.Unset && schema.PatchMergeKey.Length > 0)
        {
            return [schema.PatchMergeKey];
        }

        return schema.ListType == ListType.Map ? schema.ListMapKeys : [];
    }
}
