using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Costs.Estimating;

/// <summary>Calls of libraries.</summary>
internal sealed partial class CostEstimator
{
    private const ulong AuthorizationCheck = 350_000;
    private const ulong LongestFormat = 64;
    private const double LongestNamePattern = 128;

    /// <summary>An address in bytes.</summary>
    private static readonly SizeRange Address = new(4, 16);

    private (ulong Cost, SizeRange? Size)? OfLists(string overload, Operand? target, Operand[] arguments)
    {
        switch (overload)
        {
            case "list_sets_contains_list" or "list_sets_intersects_list" or "list_sets_equivalent_list":
                var product = Size(arguments[0]).Times(Size(arguments[1]));
                return (CappedCost.Add(CappedCost.Scale(product.Max, overload == "list_sets_equivalent_list" ? 2 : 1), 1), null);
            case "list_slice" when target is not null:
                return Allocated(1, SizeRange.Of(unchecked(Number(arguments[1], Size(target).Max) - Number(arguments[0], 0))));
            case "lists_range":
                return Allocated(1, SizeRange.Of(Number(arguments[0], ulong.MaxValue)));
            case "list_reverse" when target is not null:
                return Allocated(1, Size(target));
            case "list_flatten" when target is not null:
                return Allocated(1, Size(target));
            case "list_flatten_int" when target is not null:
                return Allocated(Number(arguments[0], ulong.MaxValue), Size(target));
            case "list_distinct" when target is not null:
                return Allocated(2, Size(target).Times(Size(target)));
        }

        var sorted = overload.EndsWith("_sortByAssociatedKeys", StringComparison.Ordinal) ? arguments[0] : overload.StartsWith("list_", StringComparison.Ordinal) && overload.EndsWith("_sort", StringComparison.Ordinal) ? target : null;
        return sorted is null ? null : Allocated(overload.StartsWith("list_string", StringComparison.Ordinal) || overload.StartsWith("list_bytes", StringComparison.Ordinal) ? 2 + Traversal : 2, Size(sorted).Times(Size(sorted)));
    }

    private static (ulong Cost, SizeRange? Size) Allocated(double factor, SizeRange size) => (CappedCost.Add(CappedCost.Scale(size.Max, factor), 1 + (ulong)CostFactors.ListCreation), size);

    private static ulong Number(Operand operand, ulong otherwise) => operand.Expression is LiteralExpression { Value: { Kind: CelKind.Int } number } ? (ulong)number.AsInt : otherwise;

    private (ulong Cost, SizeRange? Size)? OfKubernetes(string function, string overload, Operand? target, Operand[] arguments)
    {
        switch (function)
        {
            case "check":
                return (AuthorizationCheck, null);
            case "serviceAccount" or "path" or "group" or "resource" or "subresource" or "namespace" or "name" or "allowed" or "reason" or "error" or "errored"
                or "masked" or "prefixLength" or "family" or "isUnspecified" or "isLoopback" or "isLinkLocalMulticast" or "isLinkLocalUnicast" or "isGlobalUnicast"
                or "format.named" or "sign" or "asInteger" or "isInteger" or "asApproximateFloat" or "isGreaterThan" or "isLessThan" or "compareTo" or "add" or "sub"
                or "major" or "minor" or "patch" or "getScheme" or "getHostname" or "getHost" or "getPort" or "getEscapedPath" or "getQuery":
                return (1, null);
            case "fieldSelector" or "labelSelector" when arguments.Length == 1:
                return (Selecting(Size(arguments[0])), null);
            case "isSorted" or "sum" or "max" or "min" or "indexOf" or "lastIndexOf" or "includes" when target is not null:
                return (Searching(function, target), null);
            case "url" or "jsonpatch.escapeKey" when arguments.Length == 1:
                return (Read(Size(arguments[0])), Size(arguments[0]));
            case "lowerAscii" or "upperAscii" or "substring" or "trim" when target is not null:
                return (Read(Size(target)), Size(target));
            case "replace" when target is not null && arguments.Length >= 2:
                return (Rewritten(target), Replaced(Size(target), Size(arguments[0]), Size(arguments[1])));
            case "split" when target is not null:
                var parts = arguments.Length > 1 ? Number(arguments[1], Size(target).Max) : Size(target).Max;
                return (Rewritten(target), new SizeRange(0, parts));
            case "join" when target is not null:
                var joined = Joined(target, arguments);
                return (Read(joined), joined);
            case "find" or "findAll" when target is not null && arguments.Length >= 1:
                return (Matching(Size(target), Size(arguments[0])), new SizeRange(0, Size(target).Max));
            case "ip" when overload == "cidr_ip":
                return (1, null);
            case "cidr" or "isIP" or "isCIDR" or "ip" or "quantity" or "isQuantity" or "semver" or "isSemver" when arguments.Length >= 1:
                return (Read(Size(arguments[0])), null);
            case "ip.isCanonical" when arguments.Length >= 1:
                return (CappedCost.Scale(Size(arguments[0]).Max, 2 * Traversal), null);
            case "containsIP" or "containsCIDR" when arguments.Length >= 1:
                return (Contained(function, overload, arguments[0]), null);
            case "validate" when arguments.Length >= 1:
                return (CappedCost.Scale(Read(Size(arguments[0])), LongestNamePattern * PatternLength), null);
            case Operators.Equal when arguments is [var left, var right] && left.Type.Is(right.Type):
                return Equality(left.Type, right) is { } cost ? (cost, null) : null;
            default:
                return null;
        }
    }

    /// <summary>A selector is read into requirements: as many as there can be, one for two characters.</summary>
    private static ulong Selecting(SizeRange text)
    {
        var requirements = CappedCost.Scale(CappedCost.Scale(text.Max, 0.5), CostFactors.ListCreation + CostFactors.ObjectCreation);
        return CappedCost.Add((ulong)CostFactors.ListCreation, CappedCost.Add(Read(text), requirements));
    }

    private ulong Searching(string function, Operand target)
    {
        if (ElementOf(target) is not { } element)
        {
            return function == "includes" ? Size(target).Max : Read(Size(target));
        }

        var each = element.Type.Kind is TypeKind.String or TypeKind.Bytes ? CappedCost.Add(1, Read(Size(element))) : 1;
        return CappedCost.Multiply(Size(target).Max, each);
    }

    private ulong Rewritten(Operand target) => CappedCost.Scale(Size(target).Max, 2 * Traversal);

    /// <summary>The longest result replaces the shortest pieces by the longest, and the other way round.</summary>
    private static SizeRange Replaced(SizeRange text, SizeRange piece, SizeRange by)
    {
        var most = piece.Min == 0 ? CappedCost.Add(CappedCost.Multiply(CappedCost.Add(text.Max, 1), by.Max), text.Max)
            : by.Max <= piece.Min ? text.Max
            : CappedCost.Multiply((ulong)Math.Ceiling((double)text.Max / piece.Min), by.Max);
        var least = piece.Max == 0 ? CappedCost.Add(CappedCost.Multiply(CappedCost.Add(text.Min, 1), by.Min), text.Min)
            : piece.Max <= by.Min ? text.Min
            : CappedCost.Multiply((ulong)Math.Ceiling((double)text.Min / piece.Max), by.Min);
        return new SizeRange(least, most);
    }

    private SizeRange Joined(Operand target, Operand[] arguments)
    {
        var list = Size(target);
        var joined = ElementOf(target) is { } element ? list.Times(Size(element)) : default;
        return arguments is [var separator, ..] ? joined.Plus(Size(separator).Times(new SizeRange(Math.Max(list.Min, 1) - 1, Math.Max(list.Max, 1) - 1))) : joined;
    }

    private ulong Contained(string function, string overload, Operand other)
    {
        var cost = Read(Address.Plus(Address));
        cost = function == "containsCIDR" ? CappedCost.Add(cost, Read(Address) + 1) : cost;
        return overload.EndsWith("_string", StringComparison.Ordinal) ? CappedCost.Add(cost, Read(Size(other))) : cost;
    }

    /// <summary>Of the libraries' own types; null for others.</summary>
    private static ulong? Equality(CelType type, Operand right) => type.Name switch
    {
        "net.IP" or "net.CIDR" or "kubernetes.Quantity" or "kubernetes.Semver" => 1,
        "kubernetes.NamedFormat" => CappedCost.Scale(LongestFormat, Traversal),
        "kubernetes.URL" => CappedCost.Scale(right.Computed?.Max ?? 1, Traversal),
        _ => null,
    };

    private static Operand? ElementOf(Operand list) =>
        list.Type.Parameters is [var element, ..] ? new Operand(null, element, list.Path.Count == 0 ? [] : [.. list.Path, Items], null) : null;

    private SizeRange Size(Operand operand) =>
        operand.Computed ?? (operand.Path.Count > 0 && limits.Largest(operand.Path) is { } largest ? new SizeRange(0, largest) : SizeRange.Unknown);
}
