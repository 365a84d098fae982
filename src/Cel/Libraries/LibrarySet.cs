using Daytwo.Cel.Parsing;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Libraries;

/// <summary>All libraries of a dialect together. The order of the list below is that in which overloads are tried.</summary>
internal sealed class LibrarySet
{
    private static readonly Lazy<LibrarySet> Of136 = new(() => new LibrarySet(CelDialect.Kubernetes136));
    private static readonly Lazy<LibrarySet> Of137 = new(() => new LibrarySet(CelDialect.Kubernetes137));

    private LibrarySet(CelDialect dialect)
    {
        CelLibrary[] libraries =
        [
            CoreLibrary.Create(dialect),
            ArithmeticLibrary.Create(),
            ConversionLibrary.Create(dialect),
            TimeLibrary.Create(dialect),
            UrlLibrary.Create(),
            PatternLibrary.Create(),
            KubernetesListLibrary.Create(dialect),
            AuthorizationLibrary.Create(),
            OptionalLibrary.Create(),
            QuantityLibrary.Create(dialect),
            TextLibrary.Create(dialect),
            FormatLibrary.Create(),
            SetLibrary.Create(),
            IpLibrary.Create(),
            CidrLibrary.Create(),
            NamedFormatLibrary.Create(),
            TwoVariableLibrary.Create(),
            SemverLibrary.Create(),
            ListLibrary.Create(dialect),
        ];
        var functions = new Dictionary<string, CelFunction>();
        foreach (var function in libraries.SelectMany(l => l.Functions))
        {
            functions[function.Name] = functions.TryGetValue(function.Name, out var known) ? known.Merge(function) : function;
        }

        Functions = functions;
        Macros = libraries.SelectMany(l => l.Macros).ToDictionary(m => (m.Name, m.Arity, m.IsMember));
        TypeNames = libraries.SelectMany(l => l.TypeNames).ToDictionary(t => t.Name, t => new VariableDeclaration(t.Name, CelType.TypeOf(t), AsValue(t)));
        Dialect = dialect;
    }

    public CelDialect Dialect { get; }

    public IReadOnlyDictionary<string, CelFunction> Functions { get; }

    public IReadOnlyDictionary<(string Name, int Arity, bool IsMember), Macro> Macros { get; }

    public IReadOnlyDictionary<string, VariableDeclaration> TypeNames { get; }

    public static LibrarySet Of(CelDialect dialect) => dialect >= CelDialect.Kubernetes137 ? Of137.Value : Of136.Value;

    /// <summary>The type that its name stands for when an expression runs: of elements nothing is known then.</summary>
    private static CelType AsValue(CelType type) => type.Kind switch
    {
        TypeKind.List => CelType.ListOfDyn,
        TypeKind.Map => CelType.MapOfDyn,
        _ => type,
    };
}
