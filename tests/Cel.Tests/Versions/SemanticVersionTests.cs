using System.Globalization;
using Daytwo.Cel.Tests.Recorded;
using Daytwo.Cel.Versions;

namespace Daytwo.Cel.Tests.Versions;

public sealed class SemanticVersionTests
{
    [Fact]
    public void Version_has_the_parts_and_the_text_of_the_apiserver() => RecordedCases.Agree("Versions/parsed.jsonl", cells =>
        SemanticVersion.Parse(cells[0].GetString()!, cells[1].GetString() == "true", out var error) is { } v
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)v.Major} {(long)v.Minor} {(long)v.Patch} {v}")
            : "error: " + error);

    [Fact]
    public void Versions_compare_as_in_the_apiserver() => RecordedCases.Agree("Versions/compared.jsonl", cells =>
    {
        var order = SemanticVersion.Parse(cells[0].GetString()!, false, out _)!.CompareTo(SemanticVersion.Parse(cells[1].GetString()!, false, out _)!);
        return string.Create(CultureInfo.InvariantCulture, $"{order} {(order == 0 ? "true" : "false")} {(order < 0 ? "true" : "false")}");
    });
}
