using System.Text.Json;
using Daytwo.Cel.Formats;
using Daytwo.Cel.Tests.Recorded;

namespace Daytwo.Cel.Tests.Formats;

public sealed class NamedFormatTests
{
    [Fact]
    public void Texts_are_refused_with_the_errors_of_the_apiserver() => RecordedCases.Agree("Formats/validated.jsonl", cells =>
        JsonSerializer.Serialize(NamedFormat.Find(cells[0].GetString()!)!.Validate(cells[1].GetString()!)));

    [Fact]
    public void Format_without_a_name_is_none() => Assert.Null(NamedFormat.Find("zz"));
}
