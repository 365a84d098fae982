using System.Text.Json;
using Daytwo.Cel.Tests.Recorded;
using Daytwo.Cel.Urls;

namespace Daytwo.Cel.Tests.Urls;

public sealed class UrlTests
{
    [Fact]
    public void Url_has_the_parts_of_the_apiserver() => RecordedCases.Agree("Urls/parsed.jsonl", cells =>
    {
        var text = cells[0].GetString()!;
        Assert.Equal(cells[1].GetBoolean(), Url.IsUrl(text, out _));
        if (Url.Parse(text, out var error) is not { } url)
        {
            return "error: " + error;
        }

        object[] parts = [url.Scheme, url.Host, url.Hostname, url.Port, url.EscapedPath];
        var query = new SortedDictionary<string, List<string>>(url.Query().ToDictionary(), StringComparer.Ordinal);
        return JsonSerializer.Serialize(new object[] { parts, query, url.ToString() });
    });

    [Fact]
    public void Parameters_beyond_reason_are_none()
    {
        Assert.Equal(10_000, Url.Parse("/?" + string.Join('&', Enumerable.Range(0, 10_000)), out _)!.Query().Count);
        Assert.Empty(Url.Parse("/?" + string.Join('&', Enumerable.Range(0, 10_001)), out _)!.Query());
    }
}
