using Daytwo.Cel.Checking;
using Daytwo.Cel.Evaluation;
using Daytwo.Cel.Libraries;
using Daytwo.Cel.Parsing;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;

namespace Daytwo.Cel;

/// <summary>What expressions may name: variables, object types, and the functions of a dialect. Immutable and safe to share; making one is cheap, compiling is not.</summary>
public sealed class CelEnvironment
{
    private readonly LibrarySet _libraries;
    private readonly CelVariable[] _variables;
    private readonly CelObjectType[] _objectTypes;
    private readonly Declarations _declarations;
    private readonly Dictionary<VariableDeclaration, int> _slots = [];

    private CelEnvironment(CelDialect dialect, LibrarySet libraries, CelVariable[] variables, CelObjectType[] objectTypes)
    {
        Dialect = dialect;
        _libraries = libraries;
        _variables = variables;
        _objectTypes = objectTypes;
        var names = new Dictionary<string, VariableDeclaration>(libraries.TypeNames);
        foreach (var type in objectTypes)
        {
            names[type.Name] = new VariableDeclaration(type.Name, CelType.TypeOf(CelType.Struct(type.Name)), CelType.Struct(type.Name));
        }

        foreach (var variable in variables)
        {
            var declaration = new VariableDeclaration(variable.Name, variable.Type);
            names[variable.Name] = declaration;
            _slots[declaration] = _slots.Count;
        }

        _declarations = new Declarations
        {
            Variables = names,
            Functions = libraries.Functions,
            Structs = objectTypes.ToDictionary(t => t.Name, t => t.Fields),
            AnyObject = libraries.HasMutations,
            LeadingDotSkipsLoops = dialect >= CelDialect.Kubernetes137,
        };
    }

    public CelDialect Dialect { get; }

    /// <summary>An environment without variables.</summary>
    public static CelEnvironment Create(CelDialect dialect = CelDialect.Kubernetes136) => new(dialect, LibrarySet.Of(dialect), [], []);

    /// <summary>This environment and more variables; one of the same name replaces the former.</summary>
    public CelEnvironment With(params IEnumerable<CelVariable> variables)
    {
        var added = variables.ToList();
        return new(Dialect, _libraries, [.. _variables.Where(v => added.TrueForAll(a => a.Name != v.Name)), .. added], _objectTypes);
    }

    /// <summary>This environment and more object types; one of the same name replaces the former.</summary>
    public CelEnvironment With(params IEnumerable<CelObjectType> types)
    {
        var added = types.ToList();
        return new(Dialect, _libraries, _variables, [.. _objectTypes.Where(t => added.TrueForAll(a => a.Name != t.Name)), .. added]);
    }

    /// <summary>This environment and what mutations are written with: <c>Object…{}</c>, <c>JSONPatch{}</c> and <c>jsonpatch.escapeKey</c>.</summary>
    public CelEnvironment WithMutations() =>
        new CelEnvironment(Dialect, LibrarySet.Of(Dialect, mutations: true), _variables, _objectTypes).With(MutationTypes.JsonPatch);

    /// <summary>Whether a variable of this name is declared.</summary>
    public bool Declares(string name) => SlotOf(name) >= 0;

    /// <summary>Parses, checks and builds a program; what is wrong with the expression is in the result.</summary>
    public CelCompilation Compile(string expression)
    {
        var source = new SourceText(expression);
        var issues = new IssueList(source);
        if (Check(source, issues) is not { } @checked)
        {
            return CelCompilation.Failed(issues);
        }

        try
        {
            var (root, slots) = Planner.Plan(@checked, source, Dialect, _slots);
            return new CelCompilation { Type = @checked.Type, Checked = @checked, Program = new CelProgram(this, root, slots) };
        }
        catch (PlanException e)
        {
            issues.Report(new SourcePosition(-1, -1), e.Message);
            return new CelCompilation { Issues = issues.Sorted, Error = $"program instantiation failed: {e.Message}" };
        }
    }

    /// <summary>Parses and checks only: what the type of the result is, or what is wrong.</summary>
    public CelTyping Typing(string expression)
    {
        var source = new SourceText(expression);
        var issues = new IssueList(source);
        return Check(source, issues) is { } @checked ? new(@checked.Type, null) : new(null, issues.ToString());
    }

    /// <summary>Whether an activation made for the other environment serves this one: both have the same variables.</summary>
    internal bool HasVariablesOf(CelEnvironment other) => ReferenceEquals(_variables, other._variables);

    internal int VariableCount => _variables.Length;

    /// <summary>The slot of a variable; -1 when there is none of that name.</summary>
    internal int SlotOf(string name) => Array.FindIndex(_variables, v => v.Name == name);

    /// <returns>Null when there are issues.</returns>
    private CheckedExpression? Check(SourceText source, IssueList issues)
    {
        var (tree, idLimit) = Parser.Parse(source, Dialect, _libraries.Macros, issues);
        if (issues.Count > 0)
        {
            return null;
        }

        var @checked = Checker.Check(tree, idLimit, _declarations, issues);
        if (issues.Count == 0)
        {
            LiteralValidator.Validate(@checked, issues);
        }

        return issues.Count == 0 ? @checked : null;
    }
}
