using Daytwo.Cel.Checking;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Costs.Estimating;

/// <summary>
/// What an expression may cost at most, told without running it: cel-go's model, with the apiserver's figures for its own functions. It
/// must come to the same numbers, since what is over the limit is refused.
/// </summary>
internal sealed partial class CostEstimator(CheckedExpression tree, ISizeLimits limits)
{
    private const string Items = "@items";
    private const string Values = "@values";

    private readonly Dictionary<int, IReadOnlyList<string>> paths = [];
    private readonly Dictionary<int, SizeRange> sizes = [];
    private readonly Dictionary<int, EntrySizes> entries = [];
    private readonly Dictionary<string, Stack<Local>> locals = new(StringComparer.Ordinal);

    /// <returns>The largest number stands for "no bound".</returns>
    public static ulong Estimate(CheckedExpression tree, ISizeLimits limits) => new CostEstimator(tree, limits).Cost(tree.Tree);

    private ulong Cost(Expression node)
    {
        switch (node)
        {
            case IdentifierExpression name:
                paths[name.Id] = Find(name.Name)?.Path ?? [name.Name];
                return 1;
            case SelectExpression select:
                return Select(select);
            case CallExpression call:
                return Call(call);
            case ListExpression list:
                var elements = Sum(list.Elements);
                entries[list.Id] = new EntrySizes(true, SizeRange.Of(1), Sizes(list.Elements));
                return CappedCost.Add(elements, (ulong)CostFactors.ListCreation);
            case MapExpression map:
                var cost = Sum(map.Entries.SelectMany(entry => new[] { entry.Key!, entry.Value }));
                entries[map.Id] = new EntrySizes(false, Sizes([.. map.Entries.Select(entry => entry.Key!)]), Sizes([.. map.Entries.Select(entry => entry.Value)]));
                return CappedCost.Add(cost, (ulong)CostFactors.MapCreation);
            case ObjectExpression made:
                return CappedCost.Add(Sum(made.Fields.Select(field => field.Value)), (ulong)CostFactors.ObjectCreation);
            case LoopExpression loop:
                return IsBinding(loop) ? Bind(loop) : Loop(loop);
            default:
                return 0;
        }
    }

    private ulong Sum(IEnumerable<Expression> nodes) => nodes.Aggregate(0UL, (sum, node) => CappedCost.Add(sum, Cost(node)));

    /// <summary>The sizes of several values as one range.</summary>
    private SizeRange Sizes(Expression[] nodes) =>
        nodes.Length == 0 ? default : nodes.Select(SizeOrUnknown).Aggregate(new SizeRange(ulong.MaxValue, 0), (range, size) => range.Union(size));

    private ulong Select(SelectExpression select)
    {
        var cost = Cost(select.Operand);
        if (select.TestOnly)
        {
            return cost;
        }

        paths[select.Id] = [.. PathOf(select.Operand), select.Field];
        return tree.TypeOf(select.Operand).Kind is TypeKind.Map or TypeKind.Struct or TypeKind.Parameter ? CappedCost.Add(cost, 1) : cost;
    }

    private ulong Loop(LoopExpression loop)
    {
        var cost = CappedCost.Add(Cost(loop.Range), Cost(loop.Initial));
        Push(loop.Accumulator, new Local(PathOf(loop.Initial), SizeOf(loop.Initial), EntriesOf(loop.Initial)));
        PushVariables(loop);
        var step = CappedCost.Add(Cost(loop.Condition), Cost(loop.Step));
        locals[loop.Variable].Pop();
        if (loop.SecondVariable is { } second)
        {
            locals[second].Pop();
        }

        cost = CappedCost.Add(cost, Cost(loop.Result));
        locals[loop.Accumulator].Pop();
        var rounds = SizeOrUnknown(loop.Range);
        switch (loop.Initial)
        {
            case LiteralExpression when SizeOf(loop.Initial) is { } size:
                sizes[loop.Id] = size;
                break;
            case ListExpression or MapExpression:
                sizes[loop.Id] = rounds;
                if (EntriesOf(loop.Step) is { } made)
                {
                    entries[loop.Id] = made;
                }

                break;
        }

        return CappedCost.Add(cost, CappedCost.Multiply(rounds.Max, step));
    }

    private void PushVariables(LoopExpression loop)
    {
        var (path, made) = (PathOf(loop.Range), EntriesOf(loop.Range));
        var isList = made?.IsList ?? tree.TypeOf(loop.Range).Kind == TypeKind.List;
        if (loop.SecondVariable is { } second)
        {
            Push(loop.Variable, new Local([.. path, isList ? "@indices" : "@keys"], made?.Key, null));
            Push(second, new Local([.. path, isList ? Items : Values], made?.Value, null));
        }
        else
        {
            Push(loop.Variable, new Local([.. path, isList ? Items : "@keys"], isList ? made?.Value : made?.Key, null));
        }
    }

    /// <summary>A loop over nothing that only gives a value a name, as <c>optMap</c> makes.</summary>
    private static bool IsBinding(LoopExpression loop) =>
        loop.Range is ListExpression { Elements.Length: 0 } && loop.Condition is LiteralExpression { Value: { Kind: CelKind.Bool, AsBool: false } } && loop.Accumulator != Operators.Accumulator;

    private ulong Bind(LoopExpression loop)
    {
        var cost = CappedCost.Add(Cost(loop.Range), Cost(loop.Initial));
        Push(loop.Accumulator, new Local(PathOf(loop.Initial), SizeOf(loop.Initial), EntriesOf(loop.Initial)));
        cost = CappedCost.Add(cost, Cost(loop.Result));
        locals[loop.Accumulator].Pop();
        CopySizes(loop, loop.Result);
        return cost;
    }

    private void CopySizes(Expression to, Expression from)
    {
        if (SizeOf(from) is { } size)
        {
            sizes[to.Id] = size;
        }

        if (EntriesOf(from) is { } made)
        {
            entries[to.Id] = made;
        }
    }

    private SizeRange SizeOrUnknown(Expression node) => SizeOf(node) ?? SizeRange.Unknown;

    private SizeRange? SizeOf(Expression node)
    {
        if (sizes.TryGetValue(node.Id, out var known))
        {
            return known;
        }

        if (Written(node) is { } written)
        {
            return SizeRange.Of(written);
        }

        if (PathOf(node) is { Count: > 0 } path && limits.Largest(path) is { } largest)
        {
            return sizes[node.Id] = new SizeRange(0, largest);
        }

        return IsScalar(tree.TypeOf(node)) ? SizeRange.Of(1) : node is IdentifierExpression name ? Find(name.Name)?.Size : null;
    }

    /// <summary>The size of what is written out in the expression.</summary>
    private static ulong? Written(Expression node) => node switch
    {
        LiteralExpression { Value: { Kind: CelKind.String } text } => (ulong)text.AsString.EnumerateRunes().Count(),
        LiteralExpression { Value: { Kind: CelKind.Bytes } bytes } => (ulong)bytes.AsBytes.Length,
        LiteralExpression => 1,
        ListExpression list => (ulong)list.Elements.Length,
        MapExpression map => (ulong)map.Entries.Length,
        _ => null,
    };

    private static bool IsScalar(CelType type) =>
        type.Kind is TypeKind.Bool or TypeKind.Double or TypeKind.Duration or TypeKind.Int or TypeKind.Timestamp or TypeKind.Uint || (type.IsOptional && IsScalar(type.Parameters[0]));

    private EntrySizes? EntriesOf(Expression node) =>
        entries.TryGetValue(node.Id, out var known) ? known : node is IdentifierExpression name ? Find(name.Name)?.Entries : null;

    private IReadOnlyList<string> PathOf(Expression node) =>
        node is IdentifierExpression name && Find(name.Name) is { } local ? local.Path : paths.GetValueOrDefault(node.Id) ?? [];

    private Local? Find(string name) => locals.TryGetValue(name, out var stack) && stack.TryPeek(out var local) ? local : null;

    private void Push(string name, Local local)
    {
        if (!locals.TryGetValue(name, out var stack))
        {
            locals[name] = stack = new Stack<Local>();
        }

        stack.Push(local);
    }

    private sealed record Local(IReadOnlyList<string> Path, SizeRange? Size, EntrySizes? Entries);
}
