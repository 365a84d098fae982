using Daytwo.Cel.Syntax;

namespace Daytwo.Cel.Costs.Estimating;

/// <summary>Calls of the language's own functions and operators.</summary>
internal sealed partial class CostEstimator
{
    private const double Traversal = 0.1;
    private const double PatternLength = 0.25;

    private ulong Call(CallExpression call)
    {
        if (call.Function == "dyn")
        {
            var cost = CappedCost.Add(Cost(call.Arguments[0]), 1);
            CopySizes(call, call.Arguments[0]);
            return cost;
        }

        var costs = call.Arguments.Select(Cost).ToArray();
        var operands = call.Arguments.Select(Describe).ToArray();
        if (tree.ReferenceOf(call) is not { Overloads: [_, ..] overloads } reference)
        {
            return 0;
        }

        var target = reference.IsNamespaced ? null : call.Target;
        var sum = target is null ? 0 : Cost(target);
        var name = reference.IsNamespaced ? reference.Function!.Name : call.Function;
        var described = target is null ? null : Describe(target);
        var (most, size) = (0UL, (SizeRange?)null);
        foreach (var overload in overloads)
        {
            var (cost, made) = Overload(call, name, overload.Id, described, operands, costs);
            most = Math.Max(most, cost);
            size = made is { } one ? size?.Union(one) ?? one : size;
            if (overload.Id is "index_list" or "index_map")
            {
                size = EntriesOf(call.Arguments[0])?.Value;
                paths[call.Id] = [.. PathOf(call.Arguments[0]), overload.Id == "index_list" ? Items : Values];
            }

            size ??= SizeOf(call);
        }

        if (size is { } result)
        {
            sizes[call.Id] = result;
        }

        return CappedCost.Add(sum, most);
    }

    private Operand Describe(Expression node)
    {
        var path = PathOf(node);
        return new Operand(node, tree.TypeOf(node), path is [Operators.Accumulator, ..] ? [] : path, SizeOf(node));
    }

    private (ulong Cost, SizeRange? Size) Overload(CallExpression call, string name, string overload, Operand? target, Operand[] arguments, ulong[] costs)
    {
        var sum = costs.Aggregate(0UL, CappedCost.Add);
        if (OfLists(overload, target, arguments) is { } list)
        {
            return (CappedCost.Add(list.Cost, sum), list.Size);
        }

        if (OfKubernetes(name, overload, target, arguments) is { } own)
        {
            return (CappedCost.Add(own.Cost, sum), own.Size);
        }

        switch (overload)
        {
            case "string_format" when target is not null:
                return (CappedCost.Add(Read(Known(target)), sum), null);
            case "string_to_bytes":
                var text = Known(arguments[0]);
                return (CappedCost.Add(Read(text), sum), new SizeRange(text.Min, unchecked(text.Max * 4)));
            case "bytes_to_string":
                var bytes = Known(arguments[0]);
                return (CappedCost.Add(Read(bytes), sum), new SizeRange(bytes.Min / 4, bytes.Max));
            case "strings_quote":
                var quoted = Known(arguments[0]);
                return (CappedCost.Add(Read(quoted), sum), new SizeRange(quoted.Min + 2, unchecked((quoted.Max * 2) + 2)));
            case "starts_with_string" or "ends_with_string":
                return (CappedCost.Add(Read(Known(arguments[0])), sum), null);
            case "in_list":
                return (CappedCost.Add(Known(arguments[1]).Max, sum), null);
            case "matches_string" when target is not null:
                return (CappedCost.Add(Matching(Known(target), Known(arguments[0])), sum), null);
            case "contains_string" when target is not null:
                return (CappedCost.Add(CappedCost.Multiply(Read(Known(target)), Read(Known(arguments[0]))), sum), null);
            case "logical_and" or "logical_or":
                return (sum, null);
            case "conditional":
                entries.Remove(call.Id);
                if (EntrySizes.Union(EntriesOf(call.Arguments[1]), EntriesOf(call.Arguments[2])) is { } either)
                {
                    entries[call.Id] = either;
                }

                return (CappedCost.Add(costs[0], Math.Max(costs[1], costs[2])), Known(arguments[1]).Union(Known(arguments[2])));
            case "add_string" or "add_bytes" or "add_list":
                var joined = Known(arguments[0]).Plus(Known(arguments[1]));
                if (EntrySizes.Union(EntriesOf(call.Arguments[0]), EntriesOf(call.Arguments[1])) is { } both)
                {
                    entries[call.Id] = both;
                }

                return (CappedCost.Add(overload == "add_list" ? 1 : Read(joined), sum), joined);
            case "less_string" or "greater_string" or "less_equals_string" or "greater_equals_string"
                or "less_bytes" or "greater_bytes" or "less_equals_bytes" or "greater_equals_bytes" or "equals" or "not_equals":
                return (CappedCost.Add(CappedCost.Scale(Math.Min(Known(arguments[0]).Max, Known(arguments[1]).Max), Traversal), sum), null);
            default:
                return (CappedCost.Add(1, sum), null);
        }
    }

    private static SizeRange Known(Operand operand) => operand.Computed ?? SizeRange.Unknown;

    private static ulong Read(SizeRange size) => CappedCost.Scale(size.Max, Traversal);

    private static ulong Matching(SizeRange text, SizeRange pattern) =>
        CappedCost.Multiply(Read(text.Plus(SizeRange.Of(1))), CappedCost.Scale(pattern.Max, PatternLength));
}
