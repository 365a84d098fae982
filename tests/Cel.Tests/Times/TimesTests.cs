using System.Globalization;
using System.Text;
using Daytwo.Cel.Tests.Recorded;
using Daytwo.Cel.Times;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Tests.Times;

public sealed class TimesTests
{
    [Fact]
    public void Timestamps_are_read_and_written_as_by_the_apiserver() => RecordedCases.Agree("Times/timestamps.jsonl", cells =>
        TimestampParser.Parse(Encoding.UTF8.GetBytes(cells[0].GetString()!)) is not { } time ? "error: type conversion error from 'string' to 'google.protobuf.Timestamp'"
            : time.Seconds is < CelTimestamp.Earliest or > CelTimestamp.Latest ? "error: timestamp overflow"
            : TimestampText.Of(time));

    [Fact]
    public void Durations_are_read_measured_and_written_as_by_the_apiserver() => RecordedCases.Agree("Times/durations.jsonl", cells =>
        Durations.Parse(Encoding.UTF8.GetBytes(cells[0].GetString()!)) is { } d
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Durations.Text(d)} {Durations.Units(d, 3_600_000_000_000)} {Durations.Units(d, 60_000_000_000)} {Durations.Units(d, 1_000_000_000)} {Durations.Units(d, 1_000_000)} {d}")
            : "none");

    [Fact]
    public void Fields_in_time_zones_are_those_of_the_apiserver() => RecordedCases.Agree("Times/fields.jsonl", cells =>
    {
        var time = TimestampParser.Parse(Encoding.UTF8.GetBytes(cells[0].GetString()!))!.Value;
        if (TimeZones.OffsetAt(time, cells[1].GetString()!, out var error) is not { } offset)
        {
            return "error: " + error;
        }

        var c = CivilTime.Of(time.Seconds + offset);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{c.Year} {c.Month - 1} {c.Day} {c.Day - 1} {c.DayOfWeek} {c.DayOfYear - 1} {c.Hour} {c.Minute} {c.Second} {time.Nanoseconds / 1_000_000}");
    });

    [Fact]
    public void Days_and_dates_agree_over_ten_thousand_years()
    {
        for (var day = CivilTime.DaysBefore(-1, 1, 1); day < CivilTime.DaysBefore(10000, 1, 1); day += 17)
        {
            var civil = CivilTime.Of(day * 86400);
            Assert.Equal(day, CivilTime.DaysBefore(civil.Year, civil.Month, civil.Day));
        }
    }
}
