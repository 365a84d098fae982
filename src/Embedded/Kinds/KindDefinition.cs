using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Daytwo.Embedded.Protobuf;

namespace Daytwo.Embedded.Kinds;

/// <summary>
/// A served kind in one version: everything the API must know of it, as data. Built-in kinds come from
/// <c>kinds.json</c>, custom ones from their definition.
/// </summary>
/// <remarks>The setters take null for absent: the generated JSON reader sets what the JSON lacks to null.</remarks>
internal sealed record KindDefinition
{
    private static readonly string[] AllVerbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];

    /// <summary>The API group; empty for the core group.</summary>
    public required string Group { get; init; }

    public required string Version { get; init; }

    public required string Plural { get; init; }

    public required string Singular { get; init; }

    public required string Kind { get; init; }

    public string? ListKind { get; init; }

    public bool Namespaced { get; init; }

    public IReadOnlyList<string> ShortNames { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> Categories { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> Verbs { get; init => field = value ?? AllVerbs; } = AllVerbs;

    public IReadOnlyList<SubresourceDefinition> Subresources { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ColumnDefinition> Columns { get; init => field = value ?? ColumnDefinition.Standard; } = ColumnDefinition.Standard;

    /// <summary>Field selectors beyond <c>metadata.name</c> and <c>metadata.namespace</c>, with the path each reads in stored form.</summary>
    public IReadOnlyDictionary<string, string> SelectableFields { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>The collection objects are stored in when it is another resource's (both Event kinds are one).</summary>
    public string? StoredAs { get; init; }

    /// <summary>This version's field names, with what stored objects call them.</summary>
    public IReadOnlyDictionary<string, string> Renames { get; init => field = value ?? new Dictionary<string, string>(); } = new Dictionary<string, string>();

    /// <summary>Whether <c>metadata.generation</c> counts changes of the wanted state.</summary>
    public bool Generation { get; init; }

    /// <summary>The rule for names of objects.</summary>
    public NameRule Names { get; init; }

    public ScalePaths? Scale { get; init; }

    /// <summary>Whether a new object keeps the status it is created with.</summary>
    public bool KeepsStatus { get; init; }

    /// <summary>Whether an update of a missing object creates it.</summary>
    public bool CreateOnUpdate { get; init; }

    /// <summary>Values of absent fields, see <see cref="Writing.DefaultValues"/>.</summary>
    public JsonObject? Defaults { get; init; }

    /// <summary>Values the API itself gives to absent fields, which nobody comes to own; as <see cref="Defaults"/>.</summary>
    public JsonObject? Admitted { get; init; }

    /// <summary>What a new object gets regardless of what its creator says.</summary>
    public JsonObject? Initial { get; init; }

    /// <summary>Whether a replacement may leave out the version it replaces.</summary>
    public bool ReplacedOnlyByVersion { get; init; }

    /// <summary>What a custom kind's definition says of its objects; null for built-in kinds.</summary>
    [JsonIgnore]
    public CustomKind? Custom { get; init; }

    [JsonIgnore]
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The plural with its group, as messages name resources.</summary>
    [JsonIgnore]
    public string QualifiedPlural => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>Where objects of every version of this resource are stored.</summary>
    [JsonIgnore]
    public string Collection => StoredAs ?? QualifiedPlural;

    [JsonIgnore]
    public string ListKindName => ListKind ?? Kind + "List";

    /// <summary>What an object has without anybody's doing; null when that is nothing.</summary>
    [JsonIgnore]
    public JsonObject? Blank => Custom is null ? WireShape.Blank(ApiVersion, Kind) ?? Structures : null;

    /// <summary>The structures that objects of a kind without a wire shape always have.</summary>
    public JsonObject? Structures { get; init; }

    public SubresourceDefinition? Subresource(string name) => Subresources.FirstOrDefault(s => s.Name == name);

    /// <summary>Whether objects have a status that only the status subresource writes.</summary>
    [JsonIgnore]
    public bool HasStatus => Subresource("status") is not null;

    /// <summary>The group version kind that errors and managed fields name.</summary>
    public override string ToString() => $"{ApiVersion}, Kind={Kind}";
}
