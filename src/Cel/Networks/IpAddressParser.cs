using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Networks;

/// <summary>Reads addresses as Go's net/netip does, with its errors; then refuses zones and IPv4 addresses mapped into IPv6, as Kubernetes does.</summary>
internal static class IpAddressParser
{
    /// <summary>An address; null and why there is none.</summary>
    public static IpAddress? Parse(string text, out string? error)
    {
        if (Read(text, out var zone, out var reason) is not { } address)
        {
            error = $"IP Address {Quoting.Go(text)} parse error during conversion from string: {reason}";
            return null;
        }

        error = zone.Length > 0 ? $"IP address {Quoting.Go(text)} with zone value is not allowed"
            : IsMapped(address) ? $"IPv4-mapped IPv6 address {Quoting.Go(text)} is not allowed"
            : null;
        return error is null ? address : null;
    }

    /// <summary>::ffff:0:0/96.</summary>
    public static bool IsMapped(IpAddress address) => !address.IsV4 && address.Bits >> 32 == 0xFFFF;

    /// <summary>An address, with what stands behind a percent sign.</summary>
    public static IpAddress? Read(string text, out string zone, out string? error)
    {
        zone = "";
        foreach (var c in text)
        {
            switch (c)
            {
                case '.':
                    var v4 = ReadV4(text, out var wrong);
                    error = wrong is null ? null : Error(text, wrong);
                    return v4 is { } bits ? new IpAddress(bits, IsV4: true) : null;
                case ':':
                    return ReadV6(text, out zone, out error);
                case '%':
                    error = Error(text, "missing IPv6 address");
                    return null;
            }
        }

        error = Error(text, "unable to parse IP");
        return null;
    }

    private static string Error(string text, string reason, string? at = null) =>
        $"ParseAddr({Quoting.Go(text)}): {reason}{(string.IsNullOrEmpty(at) ? "" : $" (at {Quoting.Go(at)})")}";

    private static uint? ReadV4(string text, out string? wrong)
    {
        uint address = 0;
        int value = 0, fields = 0, digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (digits == 1 && value == 0)
                {
                    wrong = "IPv4 field has octet with leading zero";
                    return null;
                }

                value = (value * 10) + c - '0';
                digits++;
                if (value > 255)
                {
                    wrong = "IPv4 field has value >255";
                    return null;
                }
            }
            else if (c == '.')
            {
                if (i == 0 || i == text.Length - 1 || text[i - 1] == '.')
                {
                    wrong = $"IPv4 field must have at least one digit (at {Quoting.Go(text[i..])})";
                    return null;
                }

                if (fields == 3)
                {
                    wrong = "IPv4 address too long";
                    return null;
                }

                address = (address << 8) | (uint)value;
                (fields, value, digits) = (fields + 1, 0, 0);
            }
            else
            {
                wrong = $"unexpected character (at {Quoting.Go(text[i..])})";
                return null;
            }
        }

        wrong = fields < 3 ? "IPv4 address too short" : null;
        return fields < 3 ? null : (address << 8) | (uint)value;
    }

    private static IpAddress? ReadV6(string text, out string zone, out string? error)
    {
        zone = "";
        var rest = text;
        var percent = text.IndexOf('%', StringComparison.Ordinal);
        if (percent >= 0)
        {
            (rest, zone) = (text[..percent], text[(percent + 1)..]);
            if (zone.Length == 0)
            {
                error = Error(text, "zone must be a non-empty string");
                return null;
            }
        }

        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var ellipsis = -1;
        if (rest.StartsWith("::", StringComparison.Ordinal))
        {
            ellipsis = 0;
            rest = rest[2..];
            if (rest.Length == 0)
            {
                error = null;
                return new IpAddress(0, IsV4: false);
            }
        }

        var filled = 0;
        while (filled < 16)
        {
            var digits = 0;
            var value = 0;
            for (; digits < rest.Length && char.IsAsciiHexDigit(rest[digits]); digits++)
            {
                value = (value << 4) + Convert.ToInt32(rest[digits].ToString(), 16);
                if (digits > 3)
                {
                    error = Error(text, "each group must have 4 or less digits", rest);
                    return null;
                }

                if (value > ushort.MaxValue)
                {
                    error = Error(text, "IPv6 field has value >=2^16", rest);
                    return null;
                }
            }

            if (digits == 0)
            {
                error = Error(text, "each colon-separated field must have at least one digit", rest);
                return null;
            }

            if (digits < rest.Length && rest[digits] == '.')
            {
                if (ellipsis < 0 && filled != 12)
                {
                    error = Error(text, "embedded IPv4 address must replace the final 2 fields of the address", rest);
                    return null;
                }

                if (filled + 4 > 16)
                {
                    error = Error(text, "too many hex fields to fit an embedded IPv4 at the end of the address", rest);
                    return null;
                }

                if (ReadV4(rest, out var wrong) is not { } v4)
                {
                    error = Error(text, wrong!);
                    return null;
                }

                System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes[filled..], v4);
                rest = "";
                filled += 4;
                break;
            }

            bytes[filled] = (byte)(value >> 8);
            bytes[filled + 1] = (byte)value;
            filled += 2;
            rest = rest[digits..];
            if (rest.Length == 0)
            {
                break;
            }

            if (rest[0] != ':')
            {
                error = Error(text, "unexpected character, want colon", rest);
                return null;
            }

            if (rest.Length == 1)
            {
                error = Error(text, "colon must be followed by more characters", rest);
                return null;
            }

            rest = rest[1..];
            if (rest[0] == ':')
            {
                if (ellipsis >= 0)
                {
                    error = Error(text, "multiple :: in address", rest);
                    return null;
                }

                ellipsis = filled;
                rest = rest[1..];
                if (rest.Length == 0)
                {
                    break;
                }
            }
        }

        error = rest.Length > 0 ? Error(text, "trailing garbage after address", rest)
            : filled < 16 && ellipsis < 0 ? Error(text, "address string too short")
            : filled == 16 && ellipsis >= 0 ? Error(text, "the :: must expand to at least one field of zeros")
            : null;
        if (error is not null)
        {
            return null;
        }

        if (filled < 16)
        {
            var tail = filled - ellipsis;
            bytes.Slice(ellipsis, tail).CopyTo(bytes[(16 - tail)..]);
            bytes[ellipsis..(16 - tail)].Clear();
        }

        return new IpAddress(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes), IsV4: false);
    }
}
