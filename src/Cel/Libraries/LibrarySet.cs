using Daytwo.Cel.Parsing;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Libraries;

/// <summary>All libraries of a dialect together. The order of the list below is that in which overloads are tried.</summary>
internal sealed class LibrarySet
{
    private static readonly Lazy<LibrarySet> Of136 = new(() => new LibrarySet(CelDialect.Kubernetes136, mutations: false));
    private static readonly Lazy<LibrarySet> Of137 = new(() => new LibrarySet(CelDialect.Kubernetes137, mutations: false));
    private static readonly Lazy<LibrarySet> Mutating136 = new(() => new LibrarySet(CelDialect.Kubernetes136, mutations: true));
    private static readonly Lazy<LibrarySet> Mutating137 = new(() => new LibrarySet(CelDialect.Kubernetes137, mutations: true));

    private LibrarySet(CelDialect dialect, bool mutations)
    {
        CelLibrary[] libraries =
        [
            CoreLibrary.Create(dialect),
            ArithmeticLibrary.Create(),
            ConversionLibrary.Create(dialect),
            TimeLibrary.Create(),
            UrlLibrary.Create(),
            PatternLibrary.Create(),
            .. ListsFirst(dialect) ? [KubernetesListLibrary.Create(dialect)] : Array.Empty<CelLibrary>(),
            AuthorizationLibrary.Create(),
            OptionalLibrary.Create(),
            QuantityLibrary.Create(dialect),
            TextLibrary.Create(dialect),
            .. ListsFirst(dialect) ? Array.Empty<CelLibrary>() : [KubernetesListLibrary.Create(dialect)],
            FormatLibrary.Create(),
            SetLibrary.Create(),
            IpLibrary.Create(),
            CidrLibrary.Create(),
            NamedFormatLibrary.Create(),
            TwoVariableLibrary.Create(),
            SemverLibrary.Create(),
            ListLibrary.Create(dialect),
            .. mutations ? [JsonPatchLibrary.Create()] : Array.Empty<CelLibrary>(),
        ];
        var functions = new Dictionary<string, CelFunction>();
        foreach (var function in libraries.SelectMany(l => l.Functions))
        {
            functions[function.Name] = functions.TryGetValue(function.Name, out var known) ? known.Merge(function) : function;
        }

        Functions = functions;
        Macros = libraries.SelectMany(l => l.Macros).ToDictionary(m => (m.Name, m.Arity, m.IsMember));
        TypeNames = libraries.SelectMany(l => l.TypeNames).Select(t => new VariableDeclaration(t.Name, CelType.TypeOf(t), AsValue(t)))
            .Concat(new[] { CelType.Duration, CelType.Timestamp }.Select(t => new VariableDeclaration(t.ToString(), CelType.TypeOf(t)) { IsUndefinedType = true }))
            .ToDictionary(d => d.Name);
        Dialect = dialect;
        HasMutations = mutations;
    }

    public CelDialect Dialect { get; }

    /// <summary>Whether it is that of mutations, whose object types have whatever names and fields.</summary>
    public bool HasMutations { get; }

    public IReadOnlyDictionary<string, CelFunction> Functions { get; }

    public IReadOnlyDictionary<(string Name, int Arity, bool IsMember), Macro> Macros { get; }

    public IReadOnlyDictionary<string, VariableDeclaration> TypeNames { get; }

    public static LibrarySet Of(CelDialect dialect, bool mutations = false) => (dialect >= CelDialect.Kubernetes137, mutations) switch
    {
        (true, false) => Of137.Value,
        (true, true) => Mutating137.Value,
        (false, false) => Of136.Value,
        (false, true) => Mutating136.Value,
    };

    /// <summary>Whether <c>indexOf</c> on what may be either is taken for a list's, or since v1.37 for a string's.</summary>
    private static bool ListsFirst(CelDialect dialect) => dialect < CelDialect.Kubernetes137;

    /// <summary>The type that its name stands for when an expression runs: of elements nothing is known then.</summary>
    private static CelType AsValue(CelType type) => type.Kind switch
    {
        TypeKind.List => CelType.ListOfDyn,
        TypeKind.Map => CelType.MapOfDyn,
        _ => type,
    };
}
