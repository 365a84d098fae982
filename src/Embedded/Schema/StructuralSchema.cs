using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema.Rules;

namespace Daytwo.Embedded.Schema;

/// <summary>
/// The schema of a value, read from a CRD's <c>openAPIV3Schema</c> or from an OpenAPI v3 definition. One model serves
/// defaulting, pruning, validation, merge patches and server-side apply. Immutable once read; definitions may refer
/// to each other in circles.
/// </summary>
internal sealed class StructuralSchema
{
    private static readonly IReadOnlyDictionary<string, StructuralSchema> NoProperties = new Dictionary<string, StructuralSchema>();

    public string Type { get; internal set; } = "";
    public string Format { get; internal set; } = "";
    public string Description { get; internal set; } = "";
    public string Title { get; internal set; } = "";
    public bool Nullable { get; internal set; }

    /// <summary>What an absent field becomes; null when it stays absent. Copy before use.</summary>
    public JsonNode? Default { get; internal set; }

    public StructuralSchema? Items { get; internal set; }
    public IReadOnlyDictionary<string, StructuralSchema> Properties { get; internal set; } = NoProperties;

    /// <summary>The schema of keys that are no property, null when <see cref="AdditionalAllowed"/> alone decides.</summary>
    public StructuralSchema? AdditionalProperties { get; internal set; }

    /// <summary>Null when <c>additionalProperties</c> is absent.</summary>
    public bool? AdditionalAllowed { get; internal set; }

    public IReadOnlyList<string> Required { get; internal set; } = [];
    public IReadOnlyList<JsonNode?>? Enum { get; internal set; }
    public string Pattern { get; internal set; } = "";
    public double? Maximum { get; internal set; }
    public bool ExclusiveMaximum { get; internal set; }
    public double? Minimum { get; internal set; }
    public bool ExclusiveMinimum { get; internal set; }
    public double? MultipleOf { get; internal set; }
    public long? MaxLength { get; internal set; }
    public long? MinLength { get; internal set; }
    public long? MaxItems { get; internal set; }
    public long? MinItems { get; internal set; }
    public bool UniqueItems { get; internal set; }
    public long? MaxProperties { get; internal set; }
    public long? MinProperties { get; internal set; }

    public IReadOnlyList<StructuralSchema> AllOf { get; internal set; } = [];
    public IReadOnlyList<StructuralSchema> AnyOf { get; internal set; } = [];
    public IReadOnlyList<StructuralSchema> OneOf { get; internal set; } = [];
    public StructuralSchema? Not { get; internal set; }

    public bool PreserveUnknownFields { get; internal set; }
    public bool EmbeddedResource { get; internal set; }
    public bool IntOrString { get; internal set; }
    public ListType ListType { get; internal set; }
    public IReadOnlyList<string> ListMapKeys { get; internal set; } = [];

    /// <summary>True for <c>x-kubernetes-map-type: atomic</c>, false for <c>granular</c>, null when nothing is said.</summary>
    public bool? AtomicMap { get; internal set; }

    /// <summary>The comma-separated words of <c>x-kubernetes-patch-strategy</c> (built-in kinds only).</summary>
    public string PatchStrategy { get; internal set; } = "";
    public string PatchMergeKey { get; internal set; } = "";
    public IReadOnlyList<ValidationRule> Rules { get; internal set; } = [];

    /// <summary>Keys of the JSON that no CRD may use, such as <c>$ref</c>, in the order found.</summary>
    public IReadOnlyList<string> Unsupported { get; internal set; } = [];

    /// <summary>Name of the definition this was read from; empty for inline schemas.</summary>
    public string DefinitionName { get; internal set; } = "";

    /// <summary>The JSON this was read from.</summary>
    public JsonObject Source { get; internal set; } = [];

    /// <summary>The schema of a field: its property's, else that of additional properties, else null.</summary>
    public StructuralSchema? Field(string name) => Properties.TryGetValue(name, out var property) ? property : AdditionalProperties;

    /// <summary>Reads a schema that refers to no definitions. Never fails: what is wrong with it, the structural checks tell.</summary>
    public static StructuralSchema Parse(JsonObject openApiV3Schema) => new SchemaReader(static _ => null).Read(openApiV3Schema);

    internal void TakeOver(StructuralSchema other)
    {
        Type = other.Type;
        Format = other.Format;
        Description = other.Description;
        Title = other.Title;
        Nullable = other.Nullable;
        Default = other.Default;
        Items = other.Items;
        Properties = other.Properties;
        AdditionalProperties = other.AdditionalProperties;
        AdditionalAllowed = other.AdditionalAllowed;
        Required = other.Required;
        Enum = other.Enum;
        Pattern = other.Pattern;
        Maximum = other.Maximum;
        ExclusiveMaximum = other.ExclusiveMaximum;
        Minimum = other.Minimum;
        ExclusiveMinimum = other.ExclusiveMinimum;
        MultipleOf = other.MultipleOf;
        MaxLength = other.MaxLength;
        MinLength = other.MinLength;
        MaxItems = other.MaxItems;
        MinItems = other.MinItems;
        UniqueItems = other.UniqueItems;
        MaxProperties = other.MaxProperties;
        MinProperties = other.MinProperties;
        AllOf = other.AllOf;
        AnyOf = other.AnyOf;
        OneOf = other.OneOf;
        Not = other.Not;
        PreserveUnknownFields = other.PreserveUnknownFields;
        EmbeddedResource = other.EmbeddedResource;
        IntOrString = other.IntOrString;
        ListType = other.ListType;
        ListMapKeys = other.ListMapKeys;
        AtomicMap = other.AtomicMap;
        PatchStrategy = other.PatchStrategy;
        PatchMergeKey = other.PatchMergeKey;
        Rules = other.Rules;
        Unsupported = other.Unsupported;
        DefinitionName = other.DefinitionName;
        Source = other.Source;
    }
}
