using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Parsing;

/// <summary>has, and the loops over lists and over the keys of maps.</summary>
internal static class StandardMacros
{
    // cel-go refuses its former accumulator's name too.
    private const string FormerAccumulator = "__result__";

    public static IReadOnlyList<Macro> All { get; } =
    [
        new(Operators.Has, 1, false, (f, _, a) => Has(f, a)),
        new("all", 2, true, (f, t, a) => Quantifier.All(f, t!, LoopName(a[0], QuantifierName), null, a[1])),
        new("exists", 2, true, (f, t, a) => Quantifier.Exists(f, t!, LoopName(a[0], QuantifierName), null, a[1])),
        new("exists_one", 2, true, (f, t, a) => Quantifier.ExistsOne(f, t!, LoopName(a[0], QuantifierName), null, a[1])),
        new("map", 2, true, (f, t, a) => Map(f, t!, a)),
        new("map", 3, true, (f, t, a) => Map(f, t!, a)),
        new("filter", 2, true, (f, t, a) => Filter(f, t!, a)),
    ];

    private const string QuantifierName = "argument must be a simple name";
    private const string MapName = "argument is not an identifier";

    /// <summary>The name a macro binds, or its refusal.</summary>
    public static string LoopName(Expression argument, string refusal)
    {
        var name = argument is IdentifierExpression identifier ? identifier.Name : throw new MacroException(argument, refusal);
        return name is Operators.Accumulator or FormerAccumulator ? throw new MacroException(argument, "iteration variable overwrites accumulator variable") : name;
    }

    public static Expression Map(NodeFactory f, Expression target, Expression[] arguments)
    {
        var name = LoopName(arguments[0], MapName);
        var initial = f.List();
        var condition = f.Literal(CelValue.True);
        var step = f.Call(Operators.Add, f.Accumulator(), f.List(arguments[^1]));
        if (arguments.Length == 3)
        {
            step = f.Call(Operators.Conditional, arguments[1], step, f.Accumulator());
        }

        return f.Loop(target, name, null, Operators.Accumulator, initial, condition, step, f.Accumulator());
    }

    private static Expression Filter(NodeFactory f, Expression target, Expression[] arguments)
    {
        var name = LoopName(arguments[0], MapName);
        var initial = f.List();
        var condition = f.Literal(CelValue.True);
        var step = f.Call(Operators.Add, f.Accumulator(), f.List(arguments[0]));
        step = f.Call(Operators.Conditional, arguments[1], step, f.Accumulator());
        return f.Loop(target, name, null, Operators.Accumulator, initial, condition, step, f.Accumulator());
    }

    private static Expression Has(NodeFactory f, Expression[] arguments) =>
        arguments[0] is SelectExpression select // has(x.f) too: cel-go takes has(has(x.f)) for has(x.f).
            ? f.PresenceTest(select.Operand, select.Field)
            : throw new MacroException(arguments[0], "invalid argument to has() macro");
}
