using Daytwo.Cel.Costs;
using Daytwo.Cel.Networks;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>IP addresses.</summary>
internal static class IpLibrary
{
    private static readonly CelType Ip = IpHandle.IpType;

    public static CelLibrary Create() => new()
    {
        TypeNames = [Ip],
        Functions =
        [
            new("ip", CelOverload.Of("string_to_ip", Ip, CelType.String, s => Parse(s), CallCosts.FirstTraversed)),
            new("family", CelOverload.Member("ip_family", Int, Ip, v => CelValue.Of(Get(v).IsV4 ? 4L : 6L))),
            new("ip.isCanonical", CelOverload.Of("ip_is_canonical", Bool, CelType.String, IsCanonical, CallCosts.FirstRewritten)),
            Test("isUnspecified", "ip_is_unspecified", a => a.IsUnspecified),
            Test("isLoopback", "ip_is_loopback", a => a.IsLoopback),
            Test("isLinkLocalMulticast", "ip_is_link_local_multicast", a => a.IsLinkLocalMulticast),
            Test("isLinkLocalUnicast", "ip_is_link_local_unicast", a => a.IsLinkLocalUnicast),
            Test("isGlobalUnicast", "ip_is_global_unicast", a => a.IsGlobalUnicast),
            new("isIP", CelOverload.Of("is_ip", Bool, CelType.String, s => CelValue.Of(IpAddressParser.Parse(s.AsString, out _) is not null), CallCosts.FirstTraversed)),
            new("string", CelOverload.Of("ip_to_string", CelType.String, Ip, v => CelValue.Of(Get(v).ToString()))),
        ],
    };

    /// <summary>The address a string names, or an error.</summary>
    public static CelValue Parse(CelValue text) => IpAddressParser.Parse(text.AsString, out var error) is { } address ? IpHandle.Of(address) : CelValue.OfError(error!);

    private static IpAddress Get(CelValue value) => ((IpHandle)value.Handle!).Address;

    private static CelFunction Test(string name, string id, Func<IpAddress, bool> holds) => new(name, CelOverload.Member(id, Bool, Ip, v => CelValue.Of(holds(Get(v)))));

    private static CelValue IsCanonical(CelValue text)
    {
        var parsed = Parse(text);
        return parsed.IsError ? parsed : CelValue.Of(Get(parsed).ToString() == text.AsString);
    }
}
