using System.Globalization;
using Daytwo.Cel.Networks;
using Daytwo.Cel.Tests.Recorded;

namespace Daytwo.Cel.Tests.Networks;

public sealed class NetworkTests
{
    [Fact]
    public void Address_is_what_the_apiserver_makes_of_it() => RecordedCases.Agree("Networks/addresses.jsonl", cells =>
    {
        var text = cells[0].GetString()!;
        return IpAddressParser.Parse(text, out var error) is { } ip
            ? string.Join(' ', ip, ip.IsV4 ? 4 : 6, Is(ip.ToString() == text), Is(ip.IsUnspecified), Is(ip.IsLoopback), Is(ip.IsLinkLocalMulticast), Is(ip.IsLinkLocalUnicast), Is(ip.IsGlobalUnicast))
            : "error: " + error;
    });

    [Fact]
    public void Range_is_what_the_apiserver_makes_of_it() => RecordedCases.Agree("Networks/ranges.jsonl", cells =>
        AddressRange.Parse(cells[0].GetString()!, out var error) is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"{range} {range.Masked()} {range.Address} {range.PrefixLength} true")
            : "error: network address parse error during conversion from string: " + error);

    [Fact]
    public void Range_contains_what_it_contains_in_the_apiserver() => RecordedCases.Agree("Networks/contained.jsonl", cells =>
    {
        var range = AddressRange.Parse(cells[0].GetString()!, out _)!.Value;
        var other = AddressRange.Parse(cells[1].GetString()!, out _)!.Value;
        return $"{Is(range.Contains(other))} {Is(range.Contains(IpAddressParser.Parse(cells[2].GetString()!, out _)!.Value))} {Is(range == other)}";
    });

    private static string Is(bool value) => value ? "true" : "false";
}
