using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Parsing;

/// <summary>Loops with index and element, or key and value.</summary>
internal static class TwoVariableMacros
{
    /// <summary>Adds a pair or a map to the map that a loop builds.</summary>
    public const string MapInsert = "cel.@mapInsert";

    private const string NotSimple = "argument must be a simple name";

    public static IReadOnlyList<Macro> All { get; } =
    [
        new("all", 3, true, (f, t, a) => WithNames(a, (v, w) => Quantifier.All(f, t!, v, w, a[2]))),
        new("exists", 3, true, (f, t, a) => WithNames(a, (v, w) => Quantifier.Exists(f, t!, v, w, a[2]))),
        new("existsOne", 3, true, (f, t, a) => WithNames(a, (v, w) => Quantifier.ExistsOne(f, t!, v, w, a[2]))),
        new("exists_one", 3, true, (f, t, a) => WithNames(a, (v, w) => Quantifier.ExistsOne(f, t!, v, w, a[2]))),
        new("transformList", 3, true, TransformList),
        new("transformList", 4, true, TransformList),
        new("transformMap", 3, true, TransformMap),
        new("transformMap", 4, true, TransformMap),
        new("transformMapEntry", 3, true, TransformMapEntry),
        new("transformMapEntry", 4, true, TransformMapEntry),
    ];

    private static Expression WithNames(Expression[] arguments, Func<string, string, Expression> make)
    {
        var first = arguments[0] is IdentifierExpression i ? i.Name : throw new MacroException(arguments[0], NotSimple);
        var second = arguments[1] is IdentifierExpression j ? j.Name : throw new MacroException(arguments[1], NotSimple);
        if (first == second)
        {
            throw new MacroException(arguments[1], $"duplicate variable name: {first}");
        }

        return make(StandardMacros.LoopName(arguments[0], NotSimple), StandardMacros.LoopName(arguments[1], NotSimple));
    }

    private static Expression TransformList(NodeFactory f, Expression? target, Expression[] a) => WithNames(a, (v, w) =>
        Loop(f, target!, v, w, f.List(), a, f.Call(Operators.Add, f.Accumulator(), f.List(a[^1]))));

    private static Expression TransformMap(NodeFactory f, Expression? target, Expression[] a) => WithNames(a, (v, w) =>
        Loop(f, target!, v, w, f.EmptyMap(), a, f.Call(MapInsert, f.Accumulator(), f.Identifier(v), a[^1])));

    private static Expression TransformMapEntry(NodeFactory f, Expression? target, Expression[] a) => WithNames(a, (v, w) =>
        Loop(f, target!, v, w, f.EmptyMap(), a, f.Call(MapInsert, f.Accumulator(), a[^1])));

    private static Expression Loop(NodeFactory f, Expression target, string v, string w, Expression initial, Expression[] a, Expression step) =>
        f.Loop(
            target,
            v,
            w,
            Operators.Accumulator,
            initial,
            f.Literal(CelValue.True),
            a.Length == 4 ? f.Call(Operators.Conditional, a[2], step, f.Accumulator()) : step,
            f.Accumulator());
}
