using Daytwo.Cel.Values;

namespace Daytwo.Cel.Types;

/// <summary>One signature of a function.</summary>
internal sealed class CelOverload
{
    private CelOverload(string id, bool isMember, CelType result, CelType[] arguments)
    {
        Id = id;
        IsMember = isMember;
        Result = result;
        Arguments = arguments;
        TypeParameters = [.. arguments.Append(result).SelectMany(ParametersOf).Distinct()];
    }

    /// <summary>cel-go's name of the overload.</summary>
    public string Id { get; }

    /// <summary>Called on its first argument: <c>a.f(b)</c>.</summary>
    public bool IsMember { get; }

    public CelType Result { get; }

    public CelType[] Arguments { get; }

    /// <summary>Names of the type variables in the signature.</summary>
    public IReadOnlyList<string> TypeParameters { get; }

    public Func<CelValue, CelValue>? Unary { get; private init; }

    public Func<CelValue, CelValue, CelValue>? Binary { get; private init; }

    public AnyArity? Any { get; private init; }

    /// <summary>The cost of a call that the checker resolved to this overload alone; null: 1.</summary>
    public CallCost? Cost { get; init; }

    /// <summary>What the apiserver breaks off with when it counts the cost of these arguments; null when it does not.</summary>
    public ArgumentFault? CostBreakdown { get; private init; }

    /// <summary>A signature whose function has one implementation for all.</summary>
    public static CelOverload Declared(string id, CelType result, params CelType[] arguments) => new(id, false, result, arguments);

    public static CelOverload Declared(string id, CelType result, CelType[] arguments, CallCost cost) => new(id, false, result, arguments) { Cost = cost };

    public static CelOverload DeclaredMember(string id, CelType result, params CelType[] arguments) => new(id, true, result, arguments);

    public static CelOverload DeclaredMember(string id, CelType result, CelType[] arguments, CallCost cost) => new(id, true, result, arguments) { Cost = cost };

    public static CelOverload Of(string id, CelType result, CelType argument, Func<CelValue, CelValue> implementation, CallCost? cost = null) =>
        new(id, false, result, [argument]) { Unary = implementation, Cost = cost };

    public static CelOverload Of(string id, CelType result, CelType first, CelType second, Func<CelValue, CelValue, CelValue> implementation, CallCost? cost = null) =>
        new(id, false, result, [first, second]) { Binary = implementation, Cost = cost };

    public static CelOverload Of(string id, CelType result, CelType[] arguments, AnyArity implementation, CallCost? cost = null) =>
        new(id, false, result, arguments) { Any = implementation, Cost = cost };

    public static CelOverload Member(string id, CelType result, CelType target, Func<CelValue, CelValue> implementation, CallCost? cost = null) =>
        new(id, true, result, [target]) { Unary = implementation, Cost = cost };

    public static CelOverload Member(string id, CelType result, CelType target, CelType argument, Func<CelValue, CelValue, CelValue> implementation, CallCost? cost = null) =>
        new(id, true, result, [target, argument]) { Binary = implementation, Cost = cost };

    public static CelOverload Member(string id, CelType result, CelType[] arguments, AnyArity implementation, CallCost? cost = null) =>
        new(id, true, result, arguments) { Any = implementation, Cost = cost };

    /// <summary>This overload, at whose cost the apiserver breaks off for some arguments.</summary>
    public CelOverload BreaksDown(ArgumentFault fault) => new(Id, IsMember, Result, Arguments) { Unary = Unary, Binary = Binary, Any = Any, Cost = Cost, CostBreakdown = fault };

    private static IEnumerable<string> ParametersOf(CelType type) =>
        type.Kind == TypeKind.Parameter ? [type.Name] : type.Parameters.SelectMany(ParametersOf);
}
