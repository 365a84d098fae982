using Daytwo.Cel.Syntax;

namespace Daytwo.Cel.Parsing;

/// <summary>Macros that bind a name: optMap and optFlatMap, sortBy.</summary>
internal static class BindingMacros
{
    /// <summary>Orders a list by keys computed beforehand.</summary>
    public const string SortByKeys = "@sortByAssociatedKeys";

    private const string SortInput = "@__sortBy_input__";

    /// <summary>optMap and optFlatMap.</summary>
    public static IReadOnlyList<Macro> Optionals { get; } = [new("optMap", 2, true, OptMap), new("optFlatMap", 2, true, OptFlatMap)];

    public static Macro SortBy { get; } = new("sortBy", 2, true, ExpandSortBy);

    private static Expression OptMap(NodeFactory f, Expression? target, Expression[] a)
    {
        var name = Name(a[0], "optMap");
        return f.Call(Operators.Conditional, f.MemberCall("hasValue", target!), f.Call("optional.of", Content(f, target!, name, a[1])), f.Call("optional.none"));
    }

    private static Expression OptFlatMap(NodeFactory f, Expression? target, Expression[] a)
    {
        var name = Name(a[0], "optFlatMap");
        return f.Call(Operators.Conditional, f.MemberCall("hasValue", target!), Content(f, target!, name, a[1]), f.Call("optional.none"));
    }

    private static Expression Content(NodeFactory f, Expression target, string name, Expression body) =>
        f.Bind(name, f.MemberCall("value", f.Copy(target)), body);

    private static string Name(Expression argument, string macro) =>
        argument is IdentifierExpression i ? i.Name : throw new MacroException(argument, $"{macro}() variable name must be a simple identifier");

    private static Expression ExpandSortBy(NodeFactory f, Expression? target, Expression[] a)
    {
        if (target is not (ListExpression or SelectExpression or IdentifierExpression or LoopExpression or CallExpression))
        {
            throw new MacroException(target!, "sortBy can only be applied to a list, identifier, comprehension, call or select expression");
        }

        var keys = StandardMacros.Map(f, f.Identifier(SortInput), a);
        return f.Bind(SortInput, target, f.MemberCall(SortByKeys, f.Identifier(SortInput), keys));
    }
}
