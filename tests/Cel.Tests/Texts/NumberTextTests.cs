using System.Globalization;
using System.Text;
using Daytwo.Cel.Tests.Recorded;
using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Tests.Texts;

public sealed class NumberTextTests
{
    [Fact]
    public void Doubles_are_written_as_by_the_apiserver() => RecordedCases.Agree("Texts/doubles.jsonl", cells => NumberText.Shortest(Double(cells[0].GetString()!)));

    [Fact]
    public void Doubles_are_formatted_as_by_the_apiserver() => RecordedCases.Agree("Texts/formatted.jsonl", cells =>
    {
        var precision = cells[2].GetInt64() < 0 ? (long?)null : cells[2].GetInt64();
        var value = Double(cells[0].GetString()!);
        return cells[1].GetString() == "f" ? NumberText.AmericanFixed(value, precision) : NumberText.AmericanScientific(value, precision);
    });

    [Fact]
    public void Texts_convert_to_numbers_and_truth_as_in_the_apiserver() => RecordedCases.Agree("Texts/converted.jsonl", cells =>
    {
        var text = Encoding.UTF8.GetBytes(cells[1].GetString()!);
        return cells[0].GetString() switch
        {
            "int" => Conversions.ToInt(text)?.ToString(CultureInfo.InvariantCulture),
            "uint" => Conversions.ToUint(text)?.ToString(CultureInfo.InvariantCulture),
            "double" => Conversions.ToDouble(text) is { } value ? NumberText.Shortest(value) : null,
            _ => Conversions.ToBool(text) is { } truth ? (truth ? "true" : "false") : null,
        } ?? "none";
    });

    [Theory]
    [InlineData(-8, 8, "-10")]
    [InlineData(long.MinValue, 2, "-1000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData(255, 16, "ff")]
    [InlineData(0, 2, "0")]
    public void Integer_is_written_in_another_base(long value, int toBase, string expected) => Assert.Equal(expected, NumberText.InBase(value, toBase, upper: false));

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
