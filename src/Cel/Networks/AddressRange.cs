using System.Globalization;
using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Networks;

/// <summary>An address with the length of its prefix: 10.0.0.1/8.</summary>
internal readonly record struct AddressRange(IpAddress Address, int PrefixLength)
{
    /// <summary>Reads a range as netip.ParsePrefix does; null and why there is none.</summary>
    public static AddressRange? Parse(string text, out string? error)
    {
        const string Context = "network address parse error during conversion from string: ";
        var slash = text.LastIndexOf('/');
        if (slash < 0)
        {
            error = Context + Error(text, "no '/'");
            return null;
        }

        if (IpAddressParser.Read(text[..slash], out var zone, out var reason) is not { } address)
        {
            error = Context + Error(text, reason!);
            return null;
        }

        var digits = text[(slash + 1)..];
        var length = 0;
        error = zone.Length > 0 && !address.IsV4 ? Context + Error(text, "IPv6 zones cannot be present in a prefix")
            : !IsLength(digits, out length) ? Context + Error(text, $"bad bits after slash: {Quoting.Go(digits)}")
            : null;
        if (error is not null)
        {
            return null;
        }

        error = length > address.BitLength ? Context + Error(text, "prefix length out of range")
            : IpAddressParser.IsMapped(address) ? $"IPv4-mapped IPv6 address {Quoting.Go(text)} is not allowed"
            : null;
        return error is null ? new AddressRange(address, length) : null;
    }

    public AddressRange Masked() => this with { Address = Address.Masked(PrefixLength) };

    public bool Contains(IpAddress address) => address.IsV4 == Address.IsV4 && address.Masked(PrefixLength).Bits == Address.Masked(PrefixLength).Bits;

    /// <summary>Whether a range lies within.</summary>
    public bool Contains(AddressRange other) => Contains(other.Address) && PrefixLength <= other.PrefixLength;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{PrefixLength}");

    private static string Error(string text, string reason) => $"netip.ParsePrefix({Quoting.Go(text)}): {reason}";

    private static bool IsLength(string digits, out int length) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out length) && (digits.Length == 1 || digits[0] != '0');
}
