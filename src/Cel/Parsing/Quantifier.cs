using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Parsing;

/// <summary>all, exists and exists_one with one or two variables.</summary>
internal static class Quantifier
{
    public static Expression All(NodeFactory f, Expression range, string variable, string? second, Expression predicate) =>
        f.Loop(
            range,
            variable,
            second,
            Operators.Accumulator,
            f.Literal(CelValue.True),
            f.Call(Operators.NotStrictlyFalse, f.Accumulator()),
            f.Call(Operators.And, f.Accumulator(), predicate),
            f.Accumulator());

    public static Expression Exists(NodeFactory f, Expression range, string variable, string? second, Expression predicate) =>
        f.Loop(
            range,
            variable,
            second,
            Operators.Accumulator,
            f.Literal(CelValue.False),
            f.Call(Operators.NotStrictlyFalse, f.Call(Operators.Not, f.Accumulator())),
            f.Call(Operators.Or, f.Accumulator(), predicate),
            f.Accumulator());

    public static Expression ExistsOne(NodeFactory f, Expression range, string variable, string? second, Expression predicate) =>
        f.Loop(
            range,
            variable,
            second,
            Operators.Accumulator,
            f.Literal(CelValue.Of(0L)),
            f.Literal(CelValue.True),
            f.Call(Operators.Conditional, predicate, f.Call(Operators.Add, f.Accumulator(), f.Literal(CelValue.Of(1L))), f.Accumulator()),
            f.Call(Operators.Equal, f.Accumulator(), f.Literal(CelValue.Of(1L))));
}
