using System.Globalization;
using System.Text;

namespace Daytwo.Cel.Networks;

/// <summary>An IPv4 or IPv6 address without zone.</summary>
/// <param name="Bits">The address as a number: 32 or 128 bits.</param>
internal readonly record struct IpAddress(UInt128 Bits, bool IsV4)
{
    public int BitLength => IsV4 ? 32 : 128;

    public bool IsUnspecified => Bits == 0;

    public bool IsLoopback => IsV4 ? Bits >> 24 == 127 : Bits == 1;

    /// <summary>224.0.0.0/24 or ff02::/16 (with any flags).</summary>
    public bool IsLinkLocalMulticast => IsV4 ? Bits >> 8 == 0xE00000 : ((uint)(Bits >> 112) & 0xFF0F) == 0xFF02;

    /// <summary>169.254.0.0/16 or fe80::/10.</summary>
    public bool IsLinkLocalUnicast => IsV4 ? Bits >> 16 == 0xA9FE : Bits >> 118 == 0xFE80 >> 6;

    /// <summary>None of the above, no multicast, no broadcast.</summary>
    public bool IsGlobalUnicast => !IsUnspecified && !IsLoopback && !IsLinkLocalUnicast && !(IsV4 ? Bits >> 28 == 0xE || Bits == uint.MaxValue : Bits >> 120 == 0xFF);

    /// <summary>With all but the first bits cleared.</summary>
    public IpAddress Masked(int prefixLength)
    {
        var rest = BitLength - prefixLength;
        return this with { Bits = rest >= 128 ? 0 : Bits >> rest << rest };
    }

    /// <summary>The canonical form: RFC 5952 for IPv6.</summary>
    public override string ToString()
    {
        if (IsV4)
        {
            var v4 = (uint)Bits;
            return string.Create(CultureInfo.InvariantCulture, $"{v4 >> 24}.{(v4 >> 16) & 255}.{(v4 >> 8) & 255}.{v4 & 255}");
        }

        var (zeroes, zeroesEnd) = LongestZeroes();
        var text = new StringBuilder();
        for (var i = 0; i < 8; i++)
        {
            if (i == zeroes)
            {
                text.Append("::");
                i = zeroesEnd;
                if (i >= 8)
                {
                    break;
                }
            }
            else if (i > 0)
            {
                text.Append(':');
            }

            text.Append(CultureInfo.InvariantCulture, $"{Group(i):x}");
        }

        return text.ToString();
    }

    private ushort Group(int index) => (ushort)(Bits >> (112 - (16 * index)));

    /// <summary>The first longest run of at least two groups of zeroes; -1 when there is none.</summary>
    private (int Start, int End) LongestZeroes()
    {
        var (start, end) = (-1, -1);
        for (var i = 0; i < 8; i++)
        {
            var j = i;
            while (j < 8 && Group(j) == 0)
            {
                j++;
            }

            if (j - i >= 2 && j - i > end - start)
            {
                (start, end) = (i, j);
            }
        }

        return (start, end);
    }
}
