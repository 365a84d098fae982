using System.Globalization;
using System.Text;
using System.Text.Json;
using Daytwo.Cel.Tests.Recorded;
using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Tests.Texts;

public sealed class TextFunctionsTests
{
    [Fact]
    public void Functions_answer_as_the_apiserver() => RecordedCases.Agree("Texts/functions.jsonl", cells => Answer(cells, checksEmpty: false));

    [Fact]
    public void Functions_answer_as_the_next_apiserver() => RecordedCases.Agree("Texts/functions37.jsonl", cells => Answer(cells, checksEmpty: true));

    [Fact]
    public void Texts_are_quoted_as_in_the_apiserver() => RecordedCases.Agree("Texts/quoted.jsonl", cells =>
    {
        var text = cells[0].GetString()!;
        Assert.Equal(cells[1].GetString(), Quoting.Cel(text));
        return Quoting.Go(text);
    });

    [Theory]
    [InlineData("a/b~c", "a~1b~0c")]
    [InlineData("~1", "~01")]
    [InlineData("", "")]
    public void Key_is_escaped_for_a_JSON_pointer(string key, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(JsonPointers.Escape(Encoding.UTF8.GetBytes(key))));

    [Fact]
    public void Code_points_are_counted_at_every_length_and_place()
    {
        foreach (var unit in new[] { "a", "é", "語", "😀" })
        {
            for (var length = 0; length < 300; length++)
            {
                var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, length)));
                Assert.Equal(length, CodePoints.Count(text));
                Assert.Equal(text.Length, CodePoints.ByteOffset(text, length));
                Assert.Equal(-1, CodePoints.ByteOffset(text, length + 1));
            }
        }
    }

    private static string Answer(JsonElement[] cells, bool checksEmpty)
    {
        var text = Encoding.UTF8.GetBytes(cells[1].GetString()!);
        byte[] Part(int index) => Encoding.UTF8.GetBytes(cells[index].GetString()!);
        string Of(Range? range, string? error) => range is { } r ? Encoding.UTF8.GetString(text[r]) : "error: " + error;
        string Place(long? index, string? error) => index?.ToString(CultureInfo.InvariantCulture) ?? "error: " + error;
        string? error;
        return (cells[0].GetString(), cells.Length) switch
        {
            ("charAt", _) => Of(TextFunctions.CharAt(text, cells[2].GetInt64(), out error), error),
            ("substring", 4) => Of(TextFunctions.Substring(text, cells[2].GetInt64(), out error), error),
            ("substring", _) => Of(TextFunctions.Substring(text, cells[2].GetInt64(), cells[3].GetInt64(), out error), error),
            ("indexOf", 4) => Place(TextFunctions.IndexOf(text, Part(2), 0, checksEmpty, out error), error),
            ("indexOf", _) => Place(TextFunctions.IndexOf(text, Part(2), cells[3].GetInt64(), checksEmpty, out error), error),
            ("lastIndexOf", 4) => Place(TextFunctions.LastIndexOf(text, Part(2)), null),
            ("lastIndexOf", _) => Place(TextFunctions.LastIndexOf(text, Part(2), cells[3].GetInt64(), checksEmpty, out error), error),
            ("trim", _) => Of(TextFunctions.Trim(text), null),
            ("lowerAscii", _) => Encoding.UTF8.GetString(TextFunctions.LowerAscii(text)),
            ("upperAscii", _) => Encoding.UTF8.GetString(TextFunctions.UpperAscii(text)),
            ("replace", 5) => Encoding.UTF8.GetString(TextFunctions.Replace(text, Part(2), Part(3), -1)),
            ("replace", _) => Encoding.UTF8.GetString(TextFunctions.Replace(text, Part(2), Part(3), cells[4].GetInt64())),
            ("split", var count) => JsonSerializer.Serialize(
                TextFunctions.Split(text, Part(2), count == 4 ? -1 : cells[3].GetInt64()).Select(r => Encoding.UTF8.GetString(text[r]))),
            _ => "unknown function",
        };
    }
}
