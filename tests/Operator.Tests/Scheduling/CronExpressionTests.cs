using Daytwo.Operator.Scheduling;

namespace Daytwo.Operator.Tests.Scheduling;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("", "\"\" has 0 fields; give five: minute, hour, day of month, month, day of week")]
    [InlineData("* * * *", "\"* * * *\" has 4 fields; give five: minute, hour, day of month, month, day of week")]
    [InlineData("0 0 * * * *", "\"0 0 * * * *\" has 6 fields; give five: minute, hour, day of month, month, day of week")]
    [InlineData("60 * * * *", "minute field \"60\": \"60\" is not one of 0-59")]
    [InlineData("* 24 * * *", "hour field \"24\": \"24\" is not one of 0-23")]
    [InlineData("* * 0 * *", "day of month field \"0\": \"0\" is not one of 1-31")]
    [InlineData("* * * 13 *", "month field \"13\": \"13\" is not one of 1-12 or jan-dec")]
    [InlineData("* * * * 7", "day of week field \"7\": \"7\" is not one of 0-6 or sun-sat")]
    [InlineData("* * L * *", "day of month field \"L\": \"L\" is not one of 1-31")]
    [InlineData("*/0 * * * *", "minute field \"*/0\": the step \"0\" must be a number above zero")]
    [InlineData("1-2-3 * * * *", "minute field \"1-2-3\": \"1-2-3\" has more than one hyphen")]
    [InlineData("1/2/3 * * * *", "minute field \"1/2/3\": \"1/2/3\" has more than one slash")]
    [InlineData("* 22-2 * * *", "hour field \"22-2\": the range \"22-2\" ends before it begins; write it as two ranges")]
    [InlineData("* * * sat *", "month field \"sat\": \"sat\" is not one of 1-12 or jan-dec")]
    [InlineData("-1 * * * *", "minute field \"-1\": \"\" is not one of 0-59")]
    [InlineData("1,,2 * * * *", "minute field \"1,,2\": \"\" is not one of 0-59")]
    [InlineData("CRON_TZ=UTC 0 * * * *", "TZ and CRON_TZ are not allowed in the schedule; use the timeZone field")]
    [InlineData("@every 1h", "\"@every 1h\" is not one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly; write other intervals as five fields")]
    public void Unusable_text_is_refused_with_field_and_remedy(string text, string expected)
    {
        Assert.False(CronExpression.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData("0-59/15,7 0,12 1-31/7 JAN-mar,12 sun,3-5")]
    [InlineData("  07   3  *  *  ?  ")]
    [InlineData("@hourly")]
    public void Usable_text_is_read(string text) => Assert.True(CronExpression.TryParse(text, out _, out _));

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("Etc/GMT+3", true)]
    [InlineData(null, true)]
    [InlineData("Etc/UTC", true)]
    [InlineData("Europe/Atlantis", false)]
    [InlineData("Local", false)]
    [InlineData("localtime", false)]
    [InlineData("../../etc/passwd", false)]
    public void Time_zones_are_found_by_iana_name(string? name, bool known)
    {
        Assert.Equal(known, TimeZones.TryFind(name, out _, out var error));
        Assert.Equal(!known, error?.Contains($"\"{name}\"", StringComparison.Ordinal) ?? false);
    }
}
