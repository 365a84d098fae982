using Daytwo.Cel.Costs;
using Daytwo.Cel.Networks;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Ranges of IP addresses.</summary>
internal static class CidrLibrary
{
    private static readonly CelType Cidr = CidrHandle.CidrType;
    private static readonly CelType Ip = IpHandle.IpType;

    public static CelLibrary Create() => new()
    {
        TypeNames = [Cidr],
        Functions =
        [
            new("cidr", CelOverload.Of("string_to_cidr", Cidr, CelType.String, Parse, CallCosts.FirstTraversed)),
            new(
                "containsIP",
                CelOverload.Member("cidr_contains_ip_string", Bool, Cidr, CelType.String, (c, s) => ContainsIp(c, IpLibrary.Parse(s)), (a, _) => IpCost(a) + CallCosts.SecondTraversed(a)),
                CelOverload.Member("cidr_contains_ip_ip", Bool, Cidr, Ip, ContainsIp))
            {
                Cost = (a, _) => IpCost(a),
            },
            new(
                "containsCIDR",
                CelOverload.Member("cidr_contains_cidr_string", Bool, Cidr, CelType.String, (c, s) => ContainsCidr(c, Parse(s)), (a, _) => CidrCost(a) + CallCosts.SecondTraversed(a)),
                CelOverload.Member("cidr_contains_cidr", Bool, Cidr, Cidr, ContainsCidr))
            {
                Cost = (a, _) => CidrCost(a),
            },
            new("ip", CelOverload.Member("cidr_ip", Ip, Cidr, c => IpHandle.Of(Get(c).Address))),
            new("prefixLength", CelOverload.Member("cidr_prefix_length", Int, Cidr, c => CelValue.Of((long)Get(c).PrefixLength))),
            new("masked", CelOverload.Member("cidr_masked", Cidr, Cidr, c => CidrHandle.Of(Get(c).Masked()))),
            new("isCIDR", CelOverload.Of("is_cidr", Bool, CelType.String, s => CelValue.Of(AddressRange.Parse(s.AsString, out _) is not null), CallCosts.FirstTraversed)),
            new("string", CelOverload.Of("cidr_to_string", CelType.String, Cidr, c => CelValue.Of(Get(c).ToString()))),
        ],
    };

    private static AddressRange Get(CelValue value) => ((CidrHandle)value.Handle!).Range;

    private static CelValue Parse(CelValue text) => AddressRange.Parse(text.AsString, out var error) is { } range
        ? CidrHandle.Of(range)
        : CelValue.OfError($"network address parse error during conversion from string: {error}");

    private static long IpCost(ReadOnlySpan<CelValue> arguments) => CostFactors.Traversal(2 * ValueSize.Of(arguments[0]));

    private static long CidrCost(ReadOnlySpan<CelValue> arguments) => IpCost(arguments) + CostFactors.Traversal(ValueSize.Of(arguments[0])) + 1;

    // What cannot be parsed is no argument for the apiserver, rather than an error of its own.
    private static CelValue ContainsIp(CelValue range, CelValue ip) => ip.Handle is IpHandle { Address: var address } ? CelValue.Of(Get(range).Contains(address)) : CelValue.OfError("no such overload");

    private static CelValue ContainsCidr(CelValue range, CelValue other) => other.Handle is CidrHandle { Range: var inner } ? CelValue.Of(Get(range).Contains(inner)) : other;
}
