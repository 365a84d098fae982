using Daytwo.Admission.Policies;
using Daytwo.Cel;
using Daytwo.Cel.Admission;
using Daytwo.Cel.Authorization;
using Daytwo.Cel.Types;

namespace Daytwo.Admission.Expressions;

/// <summary>The environment of a policy's expressions: what every policy has, and the policy's own variables, each typed by its expression. Immutable.</summary>
internal sealed class Composition
{
    public const string VariablesName = "variables";
    private const string VariablesType = "kubernetes.variables";

    /// <summary>What the policy's own variables are fields of.</summary>
    public static readonly CelVariable Variable = new(VariablesName, CelType.Struct(VariablesType));

    private static readonly Composition Plain = Empty(withParams: false);
    private static readonly Composition PlainWithParams = Empty(withParams: true);

    private Composition(CelEnvironment environment, CelEnvironment messageEnvironment, Dictionary<string, CompiledExpression> variables, CompiledExpression[] written)
    {
        Environment = environment;
        MessageEnvironment = messageEnvironment;
        Names = [.. variables.Keys];
        Variables = [.. variables.Values];
        Written = written;
    }

    /// <summary>Where all other expressions of the policy are compiled.</summary>
    public CelEnvironment Environment { get; }

    /// <summary>Where message expressions are compiled: there is no authorizer.</summary>
    public CelEnvironment MessageEnvironment { get; }

    public string[] Names { get; }

    public CompiledExpression[] Variables { get; }

    /// <summary>All expressions of variables as the policy has them. Of several with one name, the last is the variable.</summary>
    public CompiledExpression[] Written { get; }

    /// <summary>Where there are no variables at all: match conditions see none, nor do other expressions of a validating policy that has none.</summary>
    public static Composition Without(bool withParams) => withParams ? PlainWithParams : Plain;

    /// <summary>Compiles variables in their order: each sees those before it. One that does not compile is of type dyn, and fails whoever reads it.</summary>
    public static Composition Of(IReadOnlyList<Variable> variables, bool withParams)
    {
        var plain = AdmissionEnvironment.Create(withParams: withParams).With(Variable);
        var types = new Dictionary<string, CelType>();
        var compiled = new Dictionary<string, CompiledExpression>();
        var environment = Declare(plain.With(CelAuthorizer.Variables), types);
        var written = new CompiledExpression[variables.Count];
        for (var i = 0; i < written.Length; i++)
        {
            var name = variables[i].Name;
            compiled[name] = written[i] = CompiledExpression.Compile(environment, variables[i].Expression);
            types[name] = Declared(written[i].Type);
            environment = Declare(environment, types);
        }

        return new(environment, Declare(plain, types), compiled, written);
    }

    /// <summary>An environment in which variables of these types can be read.</summary>
    public static CelEnvironment Declare(CelEnvironment environment, Dictionary<string, CelType> types) =>
        environment.With(new CelObjectType(VariablesType, new Dictionary<string, CelType>(types)));

    /// <summary>Scalars, lists and maps keep their types; everything else is dyn, as is what does not compile.</summary>
    public static CelType Declared(CelType? type) => type?.Kind switch
    {
        TypeKind.Bool or TypeKind.Bytes or TypeKind.Double or TypeKind.Duration or TypeKind.Int or TypeKind.Null or TypeKind.String or TypeKind.Timestamp or TypeKind.Uint => type,
        TypeKind.List => CelType.List(Declared(type.Parameters[0])),
        TypeKind.Map => CelType.Map(Declared(type.Parameters[0]), Declared(type.Parameters[1])),
        _ => CelType.Dyn,
    };

    private static Composition Empty(bool withParams)
    {
        var environment = AdmissionEnvironment.Create(withParams: withParams);
        return new(environment.With(CelAuthorizer.Variables), environment, [], []);
    }
}
